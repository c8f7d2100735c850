"""What lies inside documents: photos keep their points and lose their notes, and no file unpacks to too much."""

import io
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image
from test_cleaning import PLACE, WHO, a_letter, a_photo

from fanlight.speakup.cleaning import NotClean, clean
from fanlight.speakup.cleaning.apart import Limits, clean_apart
from fanlight.speakup.cleaning.photos import without_boxes, without_notes

N = pikepdf.Name
SMALL = Limits(mebibytes=400, seconds=5)


def tells(content: bytes) -> bool:
    return any(told in content for told in (WHO.encode(), PLACE.encode(), b"2026:11:23"))


def a_jp2() -> bytes:
    """With a note in a box of its own, and one among what says how to draw."""
    target = io.BytesIO()
    Image.effect_noise((320, 200), 60).convert("RGB").save(target, "JPEG2000", comment=WHO.encode())
    content, words = target.getvalue(), f"<x>{WHO}</x>".encode()
    at = content.index(b"jp2c") - 4
    return content[:at] + (8 + len(words)).to_bytes(4, "big") + b"xml " + words + content[at:]


def paper_with(content: bytes, *ways: pikepdf.Name) -> bytes:
    paper, target = pikepdf.new(), io.BytesIO()
    page = paper.add_blank_page(page_size=(300, 300))
    photo = pikepdf.Stream(paper, content)
    photo.stream_dict = pikepdf.Dictionary(
        Type=N.XObject, Subtype=N.Image, Width=320, Height=200, ColorSpace=N.DeviceRGB, BitsPerComponent=8,
        Filter=ways[0] if len(ways) == 1 else pikepdf.Array(ways),
    )  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=photo))
    page.Contents = pikepdf.Stream(paper, b"q 100 0 0 100 0 0 cm /P Do Q")
    paper.save(target)
    return target.getvalue()


def letter_with(name: str, content: bytes) -> bytes:
    target = io.BytesIO(a_letter())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return target.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name)


@pytest.mark.parametrize(
    ("made", "ways"),
    [
        (a_photo, (N.DCTDecode,)),
        (lambda: zlib.compress(a_photo()), (N.FlateDecode, N.DCTDecode)),
        (lambda: a_photo().hex().encode() + b">", (N.ASCIIHexDecode, N.DCTDecode)),
        (lambda: a_photo() + a_photo(), (N.DCTDecode,)),
        (a_jp2, (N.JPXDecode,)),
    ],
)
def test_a_photo_in_a_pdf_is_seen_and_tells_nothing(made, ways: tuple[pikepdf.Name, ...]) -> None:
    content, _ = clean(paper_with(made(), *ways))
    with pikepdf.open(io.BytesIO(content)) as paper:
        photo = paper.pages[0].Resources.XObject.P
        assert pikepdf.PdfImage(photo).as_pil_image().convert("RGB").size == (320, 200)
        assert str(photo.Filter) in {"/DCTDecode", "/JPXDecode"}
        assert not tells(photo.read_raw_bytes())


def test_a_photo_packed_in_a_way_that_is_not_known_is_refused() -> None:
    with pytest.raises(NotClean, match="packed in a way"):
        clean(paper_with(a_photo(), N.DCTDecode, N.FlateDecode))


@pytest.mark.parametrize("way", [b"/DCT", b"[/A85 /DCTDecode]"])
def test_a_photo_in_the_midst_of_a_pages_lines_is_refused(way: bytes) -> None:
    """Its notes would stay: it is no part of its own that could be cleaned. One without a photo's packing is kept."""
    lines = b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8%s ID abc EI Q"
    with pytest.raises(NotClean, match="packed in a way"):
        clean(_paper_of(lines % (b" /F " + way)))
    assert clean(_paper_of(lines % b""))[1] == "pdf"


def _paper_of(lines: bytes) -> bytes:
    paper, target = pikepdf.new(), io.BytesIO()
    paper.add_blank_page().Contents = pikepdf.Stream(paper, lines)
    paper.save(target)
    return target.getvalue()


def test_a_photo_keeps_every_point_when_its_notes_go() -> None:
    target = io.BytesIO()
    Image.open(io.BytesIO(a_photo())).save(target, "JPEG", progressive=True, comment=WHO.encode())
    for photo in (a_photo(), target.getvalue()):
        assert tells(photo)
        clean_photo = without_notes(photo + b"behind it")
        assert not tells(clean_photo)
        assert b"behind it" not in clean_photo
        before, after = (Image.open(io.BytesIO(one)).tobytes() for one in (photo, clean_photo))
        assert before == after
    other = a_jp2()
    before, after = (Image.open(io.BytesIO(one)).tobytes() for one in (other, without_boxes(other)))
    assert before == after


def test_pictures_in_a_letter_tell_nothing() -> None:
    gif = io.BytesIO()
    Image.new("P", (4, 4)).save(gif, "GIF", comment=WHO.encode())
    for name, content in (("word/media/1.jpg", a_photo() + a_photo()), ("word/media/2.gif", gif.getvalue())):
        assert tells(content)
        kept = part_of(clean(letter_with(name, content))[0], name)
        assert not tells(kept)
        Image.open(io.BytesIO(kept)).load()


def test_words_between_the_lines_and_names_of_files_go() -> None:
    part = (
        f'<a xmlns:p="x"><!-- {WHO} --><?by {WHO}?><p:cNvPr id="2" name="{PLACE}.jpg" descr="C:\\{WHO}\\rota.png"/>'
        '<p:cNvPr id="3" name="x" descr="A rota with two gaps"/></a>'
    )
    kept = part_of(clean(letter_with("word/x.xml", part.encode()))[0], "word/x.xml")
    assert not tells(kept)
    assert b"A rota with two gaps" in kept, "what the picture shows is said to those who cannot see it"


def test_a_file_is_cleaned_apart_as_it_would_be_here() -> None:
    assert clean_apart(a_letter()) == clean(a_letter())
    assert clean_apart(b"two short") == clean(b"two short")
    with pytest.raises(NotClean, match="no Word, Excel or PowerPoint file"):
        clean_apart(_a_box())


def _a_box() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("a.txt", "a")
    return target.getvalue()


def _many_elements() -> bytes:
    return letter_with("word/x.xml", b"<a>" + b"<b/>" * 9_000_000 + b"</a>")


def test_a_small_file_that_unpacks_to_very_much_is_refused_within_its_limits() -> None:
    content = _many_elements()
    assert len(content) < 1024 * 1024
    with pytest.raises(NotClean):
        clean_apart(content, SMALL)
