"""Taking out of files what they tell of their making: who, where, when, with what. Pure: bytes in, bytes out.

What is not known to be clean is refused in plain words, never passed on.
"""

from collections.abc import Callable
from threading import BoundedSemaphore

from fanlight.speakup.cleaning.images import clean_image
from fanlight.speakup.cleaning.office import clean_office
from fanlight.speakup.cleaning.paper import clean_pdf
from fanlight.speakup.cleaning.refusing import NotClean
from fanlight.speakup.cleaning.text import clean_text

__all__ = ["MOST_BYTES", "NotClean", "clean"]

MOST_BYTES = 25 * 1024 * 1024

# What a file begins with says what it is; its name is not believed.
BEGINNINGS: tuple[tuple[bytes, Callable[[bytes], tuple[bytes, str]]], ...] = (
    (b"\xff\xd8\xff", clean_image),
    (b"\x89PNG\r\n\x1a\n", clean_image),
    (b"GIF8", clean_image),
    (b"RIFF", clean_image),
    (b"%PDF-", clean_pdf),
    (b"PK\x03\x04", clean_office),
)
_one_at_a_time = BoundedSemaphore(1)  # a picture takes much memory while it is open


def clean(content: bytes) -> tuple[bytes, str]:
    """The content without what tells of its making, and the ending for its name. Raises NotClean."""
    if len(content) > MOST_BYTES:
        raise NotClean("it is larger than 25 MB. Send the part that matters, or a smaller copy")
    cleaner = next((made for start, made in BEGINNINGS if content.startswith(start)), clean_text)
    with _one_at_a_time:
        return cleaner(content)
