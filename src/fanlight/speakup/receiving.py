"""Taking files in without their touching a disk: Django would write larger ones to a folder for a while."""

from typing import IO, Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from fanlight.speakup.cleaning import MOST_BYTES


class InMemoryOnly(FileUploadHandler):
    """Keeps files in memory, and none of them once they are too much together."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.taken = 0
        self.chunks: list[bytes] = []

    @property
    def is_too_large(self) -> bool:
        return self.taken > MOST_BYTES

    def handle_raw_input(self, input_data: IO[bytes], META: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002, N803
        self.chunks = []

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.chunks = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        self.taken += len(raw_data)
        if self.is_too_large:
            self.chunks = []
            raise SkipFile
        self.chunks.append(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        import io

        if self.is_too_large or not self.file_name:
            return None
        content = io.BytesIO(b"".join(self.chunks))
        self.chunks = []
        return InMemoryUploadedFile(
            content, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


def take_in_memory(request: HttpRequest) -> InMemoryOnly:
    """Must come before anything reads what was sent."""
    handler = InMemoryOnly(request)
    request.upload_handlers = [handler]
    return handler
