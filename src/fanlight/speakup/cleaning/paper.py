"""PDF: without its records of author, program, dates and edits, without scripts and enclosures, pictures stripped."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from fanlight.speakup.cleaning.photos import without_boxes, without_notes
from fanlight.speakup.cleaning.refusing import NotClean

TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
OF_THE_WHOLE = ("/Names", "/OpenAction", "/AA", "/AF", "/Collection", "/Perms", "/OCProperties", "/MarkInfo")
OF_A_NOTE = ("/T", "/M", "/CreationDate", "/NM", "/RC")
FORGET = {"/DCTDecode": without_notes, "/JPXDecode": without_boxes}  # by how a picture is packed
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
    except NotClean:
        raise
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
    if isinstance(thing, pikepdf.Stream):
        _strip_picture(thing)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else [] if value is None else [value]


def _strip_picture(stream: pikepdf.Stream) -> None:
    """A photo inside a paper carries its camera's notes as a photo by itself does."""
    ways = _listed(stream.get("/Filter"))
    forget = FORGET.get(str(ways[-1])) if ways else None
    if forget is None:
        if any(str(way) in FORGET for way in ways):
            raise NotClean(
                "it holds a picture packed in a way that we do not know. A picture of the page will do"
            )
        return
    how = _listed(stream.get("/DecodeParms"))
    content = stream.read_raw_bytes()
    if ways[1:]:
        content = _unwrapped(content, ways[:-1])
    plain = how[-1] if how and isinstance(how[-1], pikepdf.Dictionary) else None
    stream.write(forget(content), filter=ways[-1], decode_parms=plain)


def _unwrapped(content: bytes, ways: list[Any]) -> bytes:
    aside = pikepdf.new()
    packed = pikepdf.Stream(aside, content)
    packed["/Filter"] = pikepdf.Array(ways)
    return packed.read_bytes()


def _strip_note(note: pikepdf.Object) -> None:
    if note.get("/Subtype") == "/FileAttachment" and "/FS" in note:
        del note["/FS"]
    if note.get("/Subtype") == "/Widget":
        return  # a field's /T is its name, not a person's
    for name in OF_A_NOTE:
        if name in note:
            del note[name]
