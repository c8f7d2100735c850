"""Word, Excel and PowerPoint files: written anew without records of people, programs, dates, edits and places."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from fanlight.speakup.cleaning.images import as_gif, clean_image
from fanlight.speakup.cleaning.photos import without_notes
from fanlight.speakup.cleaning.refusing import NotClean

MOST_PARTS, MOST_UNPACKED = 3000, 120 * 1024 * 1024
ENDINGS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
RUNS = re.compile(r"vbaProject|activeX|/embeddings/|oleObject|\.bin$|externalLinks/", re.IGNORECASE)
LEFT_OUT = re.compile(
    r"^docProps/|^customXml/|thumbnail|printerSettings|people\.xml$|persons/|/commentsIds|/commentsExtensible|revisions/|"
    r"^_xmlsignatures/|webextensions/|connections\.xml$",
    re.IGNORECASE,
)
PERSONAL = {"author", "initials", "userName", "userId", "lastModifiedBy", "displayName", "providerId"}
WHEN = {"date", "dt", "dT", "created", "modified", "dateUtc"}
GONE = {"rsids", "absPath", "fileSharing", "docVars", "attachedTemplate", "mailMerge", "rsid"}
WORDS_OF_PEOPLE = {"author", "creator"}
DRAWINGS = {
    "cNvPr",
    "docPr",
}  # their names are often those of files, and so are older programs' words for the blind
FILE_NAME = re.compile(r"^([A-Za-z]:|\\\\|/)|\.(jpe?g|png|gif|bmp|tiff?|heic|webp)$", re.IGNORECASE)
PLAIN_XML = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def clean_office(content: bytes) -> tuple[bytes, str]:
    """The same document, without what tells of its making. Raises NotClean."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = _unpacked(packed)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        raise NotClean("it cannot be opened. A PDF or a picture of it will do") from None
    ending = next((ending for part, ending in ENDINGS.items() if part in parts), "")
    if not ending:
        raise NotClean(
            "it is no Word, Excel or PowerPoint file that we know. A PDF or a picture of it will do"
        )
    parts = {name: part for name, part in parts.items() if not LEFT_OUT.search(name)}
    if any(RUNS.search(name) for name in parts):
        raise NotClean("it holds macros or other files. A PDF of it will do")
    return _packed({name: _cleaned(name, part) for name, part in parts.items()}), ending


def _unpacked(packed: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in packed.infolist() if not info.is_dir()]
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise NotClean("it unpacks to more than we can look through. A PDF of it will do")
    return {info.filename: packed.read(info) for info in infos}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    first = "[Content_Types].xml"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(parts, key=lambda part: (part != first, part)):
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _cleaned(name: str, part: bytes) -> bytes:
    if name.endswith((".xml", ".rels", ".vml")):
        return _clean_xml(part)
    if name.lower().endswith((".jpg", ".jpeg")):
        return without_notes(part)
    if name.lower().endswith(".png"):
        return clean_image(part)[0]
    if name.lower().endswith(".gif"):
        return as_gif(clean_image(part)[0])
    raise NotClean("it holds a part that we do not know. A PDF of it will do")


def _clean_xml(part: bytes) -> bytes:
    try:
        tree = etree.fromstring(part, PLAIN_XML)
    except etree.XMLSyntaxError:
        raise NotClean("it is damaged. A PDF or a picture of it will do") from None
    for element in list(tree.iter(etree.Element)):
        if _kind(element.tag) in GONE or _leads_to_what_is_gone(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
                continue
        _forget(element)
    cleaned: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return cleaned


def _kind(name: str) -> str:
    return str(etree.QName(name).localname)


def _leads_to_what_is_gone(element: Any) -> bool:
    """A relationship, or a content type, of a part that was left out."""
    kind = _kind(element.tag)
    if kind == "Override":
        return bool(LEFT_OUT.search(element.get("PartName", "").lstrip("/")))
    if kind != "Relationship" or element.get("TargetMode") == "External":
        return False
    target = element.get("Target", "").replace("../", "").lstrip("/")
    return bool(LEFT_OUT.search(target))


def _forget(element: Any) -> None:
    kind = _kind(element.tag)
    if kind in WORDS_OF_PEOPLE and element.text:
        element.text = "somebody"
    if kind == "Relationship" and element.get("TargetMode") == "External":
        if not element.get("Target", "").startswith(("http://", "https://", "mailto:")):
            element.set("Target", "about:blank")
        return
    for key in list(element.attrib):
        _forget_attribute(element, kind, key)


def _forget_attribute(element: Any, kind: str, key: str) -> None:
    name = _kind(key)
    if name.startswith("rsid") or (
        name in WHEN and kind not in {"ext", "date"} and (name != "dt" or kind == "cm")
    ):
        del element.attrib[key]
    elif name == "name" and kind in {"cmAuthor", "author"}:
        element.set(key, "somebody")
    elif kind in DRAWINGS and (name == "name" or FILE_NAME.search(element.get(key))):
        element.set(key, "drawing")
    elif name in PERSONAL:
        element.set(key, "somebody" if name != "initials" else "s")
