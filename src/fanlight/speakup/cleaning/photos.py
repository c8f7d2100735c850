"""Photos inside other files: their camera's notes go, their points stay as they are packed."""

import re
from collections.abc import Iterator

END, SCAN, COMMENT = 0xD9, 0xDA, 0xFE
PLAIN_APP, ADOBE_APP = 0xE0, 0xEE  # these two say how to draw; all others of their kind are notes
SMALL_COPY = b"JFXX"
AFTER_POINTS = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")

BOXES_THAT_DRAW = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
JP2_PART, JP2_COMMENT = 0x90, 0x64


def _length(content: bytes, at: int, size: int = 2) -> int:
    return int.from_bytes(content[at : at + size], "big")


def without_notes(photo: bytes) -> bytes:
    """A JPEG without the camera's notes, comments, small copies, and whatever hangs on behind it."""
    if not photo.startswith(b"\xff\xd8"):
        return photo
    parts = (part for part in _jpeg_parts(photo) if not _is_note(part))
    return b"".join([photo[:2], *parts, bytes((0xFF, END))])


def _jpeg_parts(photo: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(photo) and photo[at] == 0xFF and photo[at + 1] != END:
        if photo[at + 1] == 0xFF:
            at += 1  # what fills up before a part
            continue
        end = at + 2 + _length(photo, at + 2)
        if photo[at + 1] == SCAN:
            after = AFTER_POINTS.search(photo, end)
            end = after.end() - 2 if after else len(photo)
        yield photo[at:end]
        at = end


def _is_note(part: bytes) -> bool:
    kind = part[1]
    is_app = PLAIN_APP <= kind <= PLAIN_APP + 15
    return kind == COMMENT or (is_app and kind not in {PLAIN_APP, ADOBE_APP}) or part[4:8] == SMALL_COPY


def without_boxes(photo: bytes) -> bytes:
    """A JPEG 2000 with no more than what draws it."""
    if photo[4:8] != b"jP  ":
        return _without_jp2_comments(photo)
    kept, at = [], 0
    while at + 8 <= len(photo):
        head, length = 8, _length(photo, at, 4)
        if length == 1:
            head, length = 16, _length(photo, at + 8, 8)
        end = at + length if length >= head else len(photo)
        kind, content = photo[at + 4 : at + 8], photo[at + head : end]
        if kind in BOXES_THAT_DRAW:
            content = _without_jp2_comments(content) if kind == b"jp2c" else content
            kept.append((8 + len(content)).to_bytes(4, "big") + kind + content)
        at = end
    return b"".join(kept)


def _without_jp2_comments(points: bytes) -> bytes:
    kept, at = [points[:2]], 2
    while at + 4 <= len(points) and points[at] == 0xFF and points[at + 1] != JP2_PART:
        end = at + 2 + _length(points, at + 2)
        if points[at + 1] != JP2_COMMENT:
            kept.append(points[at:end])
        at = end
    return b"".join([*kept, points[at:]])
