"""PDF: without its records of author, program, dates and edits, without scripts and enclosures, pictures stripped."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from fanlight.speakup.cleaning.photos import without_boxes, without_notes
from fanlight.speakup.cleaning.refusing import NotClean

TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
OF_THE_WHOLE = ("/Names", "/OpenAction", "/AA", "/AF", "/Collection", "/Perms", "/OCProperties", "/MarkInfo")
OF_A_NOTE = ("/T", "/M", "/CreationDate", "/NM", "/RC")
OF_A_SIGNATURE = ("/Contents", "/Cert", "/Name", "/M", "/Location", "/Reason", "/ContactInfo", "/Prop_Build")
FORGET = {"/DCTDecode": without_notes, "/JPXDecode": without_boxes}  # by how a picture is packed
PHOTO_IN_A_LINE = re.compile(rb"(?:^|\s)BI\s(?:(?!\sID\s).){0,4000}?/DCT", re.DOTALL)
UNKNOWN_PICTURE = "it holds a picture packed in a way that we do not know. A picture of the page will do"
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
    _leave_out(paper.trailer, ("/Info", "/ID"))
    _leave_out(paper.Root, OF_THE_WHOLE)
    for thing in _everything(paper):
        _strip_one(thing)
    paper.remove_unreferenced_resources()


def _everything(paper: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream: those with a number of their own, and those that lie inside of others."""
    for thing in paper.objects:
        yield from _within(thing)


def _within(thing: Any) -> Iterator[pikepdf.Object]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        parts = [part for _, part in thing.items()]
    else:
        parts = list(thing) if isinstance(thing, pikepdf.Array) else []
    for part in parts:
        if isinstance(part, pikepdf.Dictionary | pikepdf.Array) and not part.is_indirect:
            yield from _within(part)


def _leave_out(thing: pikepdf.Object, names: Iterable[str]) -> None:
    for name in names:
        if name in thing:
            del thing[name]


def _strip_one(thing: pikepdf.Object) -> None:
    _leave_out(thing, TELLING)
    if "/ByteRange" in thing:
        _leave_out(thing, OF_A_SIGNATURE)  # it would no longer hold, and it names whoever signed
    if thing.get("/Type") == "/Annot" or ("/Subtype" in thing and "/Rect" in thing):
        _strip_note(thing)
    if thing.get("/S") in SCRIPTS:
        thing["/S"] = pikepdf.Name("/Nothing")
        _leave_out(thing, ("/JS", "/F", "/Win"))
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
            raise NotClean(UNKNOWN_PICTURE)
        if stream.get("/Subtype") != "/Image" and PHOTO_IN_A_LINE.search(stream.read_bytes()):
            raise NotClean(UNKNOWN_PICTURE)  # a photo in the midst of the page's own lines
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
    _leave_out(note, OF_A_NOTE)
