"""Files come out without what they tell of their making, and still open; what is not known to be clean is refused."""

import io
import zipfile

import openpyxl
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin
from pptx import Presentation

from fanlight.speakup.cleaning import MOST_BYTES, NotClean, clean
from fanlight.speakup.cleaning.photos import without_notes

WHO = "Sarah Khan"
PLACE = "Ward Six Phone"


def a_photo(form: str = "JPEG") -> bytes:
    picture = Image.effect_noise((320, 200), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x9003] = PLACE, WHO, "2026:11:23 03:14:00"
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 1.0), 3: "W", 4: (0.0, 7.0, 2.0)})
    target = io.BytesIO()
    picture.save(target, form, exif=exif, comment=WHO.encode()) if form == "JPEG" else picture.save(
        target, form, exif=exif
    )
    return target.getvalue()


@pytest.mark.parametrize(("form", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg")])
def test_a_photo_keeps_its_points_and_nothing_else(form: str, ending: str) -> None:
    content, name = clean(a_photo(form))
    assert name == ending
    assert WHO.encode() not in content
    assert PLACE.encode() not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (200, 320), "it was turned the right way up before its note about that went"
        assert not {"exif", "comment", "icc_profile", "xmp", "photoshop"} & set(picture.info)


def test_words_hidden_in_a_picture_go() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", WHO)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{WHO}</x>")
    target = io.BytesIO()
    Image.new("RGBA", (8, 8), (1, 2, 3, 4)).save(target, "PNG", pnginfo=notes)
    content, _ = clean(target.getvalue())
    assert WHO.encode() not in content
    assert Image.open(io.BytesIO(content)).getpixel((0, 0)) == (1, 2, 3, 4), "clear parts stay clear"


def test_what_hangs_on_at_the_end_of_a_picture_goes() -> None:
    content, _ = clean(a_photo() + b"PK hidden " + WHO.encode())
    assert b"hidden" not in content


def a_paper() -> bytes:
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(300, 300))
    photo = pikepdf.Stream(paper, a_photo())
    photo.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=320, Height=200,
        ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=photo))
    page.Contents = pikepdf.Stream(paper, b"q 100 0 0 100 0 0 cm /P Do Q")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=[0, 0, 9, 9],
        T=WHO,
        Contents="kept",
        M="D:20261123",
    )
    signed = pikepdf.Dictionary(
        Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Name=WHO, Contents=WHO.encode()
    )
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9], V=signed
    )
    field = paper.make_indirect(field)
    page.Annots = pikepdf.Array([paper.make_indirect(note), pikepdf.Dictionary(note), field])
    paper.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hello')")
    paper.attachments["rota.txt"] = pikepdf.AttachedFileSpec(paper, WHO.encode(), filename="rota.txt")
    with paper.open_metadata() as notes:
        notes["dc:creator"] = [WHO]
    paper.docinfo["/Author"] = WHO
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def unpacked(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as paper:
        target = io.BytesIO()
        paper.save(target, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def test_a_pdf_keeps_its_pages_and_tells_nothing() -> None:
    before = a_paper()
    assert WHO.encode() in unpacked(before), "or the test proves nothing"
    content, ending = clean(before)
    plain = unpacked(content)
    assert ending == "pdf"
    for told in (WHO.encode(), PLACE.encode(), b"app.alert", b"D:20261123", b"rota.txt"):
        assert told not in plain
    with pikepdf.open(io.BytesIO(content)) as paper:
        assert len(paper.pages) == 1
        assert str(paper.pages[0].Annots[0].Contents) == "kept"
        assert "/Info" not in paper.trailer
        image = pikepdf.PdfImage(paper.pages[0].Resources.XObject.P).as_pil_image()
        assert image.size == (320, 200)


def test_a_locked_pdf_is_refused() -> None:
    paper, target = pikepdf.new(), io.BytesIO()
    paper.add_blank_page()
    paper.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(NotClean, match="locked with a password"):
        clean(target.getvalue())


def a_sheet() -> bytes:
    book, target = openpyxl.Workbook(), io.BytesIO()
    book.properties.creator = book.properties.lastModifiedBy = WHO
    book.active["A1"] = "two short"
    book.active["A1"].comment = Comment("every night", WHO)
    book.save(target)
    return target.getvalue()


def a_talk() -> bytes:
    talk, target = Presentation(), io.BytesIO()
    talk.core_properties.author = talk.core_properties.last_modified_by = WHO
    slide = talk.slides.add_slide(talk.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(a_photo()), 0, 0)
    talk.save(target)
    return target.getvalue()


def a_letter(*, more: dict[str, str] | None = None) -> bytes:
    """The smallest Word document with a tracked change, a comment's people, and a template on somebody's disk."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    related = f'<Relationships xmlns="{package}/relationships">'
    kept_in = f"{package}/relationships/metadata/core-properties"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/core-properties+xml"/></Types>',
        "_rels/.rels": f'{related}<Relationship Id="r1" Type="{links}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{kept_in}" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f"<x><creator>{WHO}</creator></x>",
        "word/document.xml": f'<w:document {names}><w:body><w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="{WHO}" '
        'w:date="2026-11-23T03:14:00Z"><w:r><w:t>two short</w:t></w:r></w:ins></w:p></w:body></w:document>',
        "word/people.xml": f'<w:people {names}><w:person w:author="{WHO}"/></w:people>',
        "word/settings.xml": f'<w:settings {names}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>',
        "word/_rels/document.xml.rels": f'{related}<Relationship Id="r9" Type="{links}/attachedTemplate" '
        f'Target="file:///C:/Users/{WHO}/x.dotx" TargetMode="External"/></Relationships>',
        **(more or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return target.getvalue()


@pytest.mark.parametrize(("made", "ending"), [(a_sheet, "xlsx"), (a_talk, "pptx"), (a_letter, "docx")])
def test_an_office_file_keeps_its_words_and_tells_nothing(made, ending: str) -> None:
    content, name = clean(made())
    assert name == ending
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        inside = b"".join(packed.read(part) for part in packed.namelist())
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [part for part in packed.namelist() if part.startswith("docProps/")]
    for told in (WHO, PLACE, "2026-11-23", "00AB12CD", "C:/Users", "docProps"):
        assert told.encode() not in inside


def test_what_was_cleaned_opens_again() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(clean(a_sheet())[0]))
    assert sheet.active["A1"].value == "two short"
    assert sheet.active["A1"].comment.text == "every night"
    assert len(Presentation(io.BytesIO(clean(a_talk())[0])).slides[0].shapes) == 1


@pytest.mark.parametrize(
    "part", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"]
)
def test_what_may_run_is_refused(part: str) -> None:
    with pytest.raises(NotClean, match="macros or other files"):
        clean(a_letter(more={part: "x"}))


BROKEN = (
    b"", b"\x00\x01\x02", b"\xff\xd8\xff broken", b"%PDF-1.4 broken", b"PK\x03\x04 broken", b"GIF89a",
    b"RIFFxxxxWAVE", b"\x89PNG\r\n\x1a\n",
)  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_what_cannot_be_read_is_refused_in_words_that_help(content: bytes) -> None:
    with pytest.raises(NotClean) as refused:
        clean(content)
    assert "will do" in str(refused.value) or "We take" in str(refused.value)


def test_too_large_is_refused() -> None:
    with pytest.raises(NotClean, match="larger than 25 MB"):
        clean(b"x" * (MOST_BYTES + 1))


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("word/document.xml", b" " * (121 * 1024 * 1024))
    with pytest.raises(NotClean, match="unpacks to more"):
        clean(target.getvalue())
    with pytest.raises(NotClean):
        clean(a_letter(more={"word/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' * 2}))


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xd8\xff", b"%PDF-", b"PK\x03\x04", b"GIF8", b"\x89PNG\r\n\x1a\n"]),
)
@settings(max_examples=60)
def test_anything_at_all_is_cleaned_or_refused(content: bytes, start: bytes) -> None:
    try:
        cleaned, ending = clean(start + content)
    except NotClean:
        return
    assert ending in {"txt", "jpg", "png", "pdf"}
    assert cleaned


def test_a_jpeg_that_ends_in_the_middle_of_a_note_is_no_trouble() -> None:
    photo = a_photo()
    for length in (2, 3, 5, 30, 100, len(photo) - 1):
        without_notes(photo[:length])
