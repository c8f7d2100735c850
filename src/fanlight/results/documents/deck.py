"""A deck in our look, and putting words on its slides.

python-pptx begins with a plain deck of its own; nothing of how that looks is left (see `dress`).
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Inches, Pt

from fanlight.design import palette
from fanlight.results.documents import dress
from fanlight.results.documents.dress import Place

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
OPENING, ONE_THOUGHT = 0, 1


def new_deck(*, title: str, about: str, foot: str, mark: bytes) -> Any:
    """An empty deck. `mark` is a picture that stands on every slide, as decoration; `foot` a line beside it."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    facts = deck.core_properties
    facts.title, facts.subject, facts.author, facts.language = title, about, "Fanlight", "en-GB"
    facts.keywords, facts.comments, facts.last_modified_by = "", "", "Fanlight"
    dress.colours_and_letters(deck.slide_master)
    dress.layouts(deck.slide_layouts, mark)
    dress.master(deck.slide_master, foot, mark)
    return deck


def saved(deck: Any) -> bytes:
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def new_slide(deck: Any, title: str, *, layout: int = ONE_THOUGHT) -> Any:
    """A slide with its title, which is what people hear when they move from slide to slide."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    size = 36 if len(title) <= 56 else 30 if len(title) <= 100 else 25
    write(slide.shapes.title.text_frame.paragraphs[0], title, size=size, is_bold=True)
    return slide


def write(
    paragraph: Any, text: str, *, size: float, colour: str = palette.INK, is_bold: bool = False
) -> None:
    """Words with their size, their colour and the language they are in."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = dress.rgb(colour)
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def words(
    slide: Any, texts: Sequence[str], place: Place, *, size: float, colour: str = palette.INK, gap: float = 8
) -> Any:
    """Paragraphs in a box. A box added later is read later."""
    box = slide.shapes.add_textbox(*place)
    box.text_frame.word_wrap = True
    dress.no_margin(box.text_frame)
    for number, text in enumerate(texts):
        paragraph = box.text_frame.add_paragraph() if number else box.text_frame.paragraphs[0]
        paragraph.space_before = Pt(gap if number else 0)
        write(paragraph, text, size=size, colour=colour)
    return box


def note(slide: Any, texts: Sequence[str]) -> None:
    """What only the person who speaks sees."""
    slide.notes_slide.notes_text_frame.text = "\n".join(texts)


def describe(shape: Any, text: str, *, name: str) -> None:
    """Words for those who cannot see the picture."""
    marks = shape._element.xpath(".//p:cNvPr")[0]
    marks.set("descr", text)
    marks.set("name", name[:200])
