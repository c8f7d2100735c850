"""PDF: without its records of author, program, dates and edits, without scripts and enclosures, pictures stripped."""

import io
from collections.abc import Iterator

import pikepdf

from fanlight.speakup.cleaning.refusing import NotClean

TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
OF_THE_WHOLE = ("/Names", "/OpenAction", "/AA", "/AF", "/Collection", "/Perms", "/OCProperties", "/MarkInfo")
OF_A_NOTE = ("/T", "/M", "/CreationDate", "/NM", "/RC")
SCRIPTS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE")


def clean_pdf(content: bytes) -> tuple[bytes, str]:
    """The same pages, without what tells of their making. Raises NotClean."""
    try:
        with pikepdf.open(io.BytesIO(content)) as paper:
            if paper.is_encrypted:
                raise NotClean("it is locked with a password. A printed or scanned copy will do")
            _strip(paper)
            target = io.BytesIO()
            packed = pikepdf.ObjectStreamMode.generate
            paper.save(target, deterministic_id=True, object_stream_mode=packed)
            return target.getvalue(), "pdf"
    except pikepdf.PasswordError:
        raise NotClean("it is locked with a password. A printed or scanned copy will do") from None
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        raise NotClean("it cannot be opened as a PDF. A picture of the page will do") from None


def _strip(paper: pikepdf.Pdf) -> None:
    for key in ("/Info", "/ID"):
        if key in paper.trailer:
            del paper.trailer[key]
    for name in OF_THE_WHOLE:
        if name in paper.Root:
            del paper.Root[name]
    for thing in _everything(paper):
        _strip_one(thing)
    paper.remove_unreferenced_resources()


def _everything(paper: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing


def _strip_one(thing: pikepdf.Object) -> None:
    for name in TELLING:
        if name in thing:
            del thing[name]
    if thing.get("/Type") == "/Annot" or ("/Subtype" in thing and "/Rect" in thing):
        _strip_note(thing)
    if thing.get("/S") in SCRIPTS:
        thing["/S"] = pikepdf.Name("/Nothing")
        for name in ("/JS", "/F", "/Win"):
            if name in thing:
                del thing[name]
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == "/DCTDecode":
        kind, how = pikepdf.Name("/DCTDecode"), thing.get("/DecodeParms")
        plain = how if isinstance(how, pikepdf.Dictionary | pikepdf.Array) else None
        thing.write(without_notes(thing.read_raw_bytes()), filter=kind, decode_parms=plain)


def _strip_note(note: pikepdf.Object) -> None:
    if note.get("/Subtype") == "/FileAttachment" and "/FS" in note:
        del note["/FS"]
    if note.get("/Subtype") == "/Widget":
        return  # a field's /T is its name, not a person's
    for name in OF_A_NOTE:
        if name in note:
            del note[name]


def without_notes(picture: bytes) -> bytes:
    """A JPEG without the camera's notes: its segments APP1 to APP13, APP15 and comments."""
    if not picture.startswith(b"\xff\xd8"):
        return picture
    kept, at = [picture[:2]], 2
    while at + 4 <= len(picture) and picture[at] == 0xFF and picture[at + 1] != 0xDA:
        marker, length = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4], "big")
        is_note = marker == 0xFE or (0xE1 <= marker <= 0xEF and marker != 0xEE)
        if not is_note:
            kept.append(picture[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, picture[at:]])
