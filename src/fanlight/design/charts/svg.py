"""The pen that charts are drawn with.

It knows presentation attributes only, so that one file serves a page with a strict Content-Security-Policy, a
PDF and a slide.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

from markupsafe import Markup, escape

from fanlight.design import palette

LETTERS = "Arial, Helvetica, 'Liberation Sans', sans-serif"
WIDE = 720
NARROW = 300

# How wide letters are, in thousandths of their size, near enough to break lines by.
_WIDTHS = {
    222: "ijl'|",
    278: " !,./:;ftI[]\\",
    333: "-()r“”‘’",
    500: "ckszxyvJ",
    556: "abdeghnopqu0123456789L?–#$_",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text will be, never much too little: where Arial is missing, what stands in for it is wider."""
    thousandths = sum(_WIDTH_OF.get(letter, 600) for letter in text)
    return thousandths / 1000 * size * (1.22 if bold else 1.14)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`, as far as its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def figure_of(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _name(name: str) -> str:
    return name.replace("_", "-")


def _value(value: object) -> str:
    return figure_of(value) if isinstance(value, float) else str(escape(value))


@dataclass
class Pen:
    """Collects the strokes of one picture."""

    width: float
    strokes: list[str] = field(default_factory=list)

    def add(self, tag: str, words: str = "", /, **attributes: object) -> None:
        shown = "".join(f' {_name(name)}="{_value(value)}"' for name, value in attributes.items())
        self.strokes.append(f"<{tag}{shown}>{escape(words)}</{tag}>" if words else f"<{tag}{shown}/>")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 15,
        bold: bool = False,
        fill: str = palette.INK,
        anchor: str = "start",
    ) -> None:
        """One line of words; `y` is the line they stand on."""
        self.add(
            "text", words, x=float(x), y=float(y), font_family=LETTERS, font_size=figure_of(size),
            font_weight="700" if bold else "400", fill=fill, text_anchor=anchor,
        )  # fmt: skip

    def lines(self, x: float, y: float, words: list[str], *, size: float = 15, **style: object) -> float:
        """Lines below one another, the first standing on `y`. Says where the next would stand."""
        for line in words:
            self.text(x, y, line, size=size, **style)  # type: ignore[arg-type]
            y += size * 1.28
        return y

    def bar(self, x: float, y: float, width: float, height: float, fill: str, **more: object) -> None:
        if width > 0:
            self.add(
                "rect", x=float(x), y=float(y), width=float(width), height=float(height), fill=fill, **more
            )

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = palette.INK,
        width: float = 1.5,
        **more: object,
    ) -> None:
        points = {"x1": float(x1), "y1": float(y1), "x2": float(x2), "y2": float(y2)}
        self.add("line", **points, stroke=stroke, stroke_width=figure_of(width), **more)

    def dot(
        self, x: float, y: float, radius: float, fill: str, stroke: str = palette.INK, width: float = 2
    ) -> None:
        self.add(
            "circle",
            cx=float(x),
            cy=float(y),
            r=float(radius),
            fill=fill,
            stroke=stroke,
            stroke_width=figure_of(width),
        )

    def whisker(self, low: float, high: float, y: float) -> None:
        """An interval: a thin line with small ends, with a white edge so that it shows on a dark bar too."""
        ends = "".join(f"M{x:.1f} {y - 3.5:.1f}v7" for x in (low, high))
        path = f"M{low:.1f} {y:.1f}H{high:.1f}{ends}"
        for stroke, width in ((palette.SHEET, "3.6"), (palette.INK, "1.6")):
            self.add("path", d=path, fill="none", stroke=stroke, stroke_width=width, stroke_linecap="round")

    def finished(self, height: float, title: str, description: str) -> Markup:
        """The whole picture, with its name and what it shows for those who cannot see it."""
        mark = f"c{crc32(f'{self.width}{title}{description}'.encode()):08x}"
        named = Markup('<title id="{}t">{}</title><desc id="{}d">{}</desc>').format(
            mark, title, mark, description
        )
        return self._wrapped(height, f'aria-labelledby="{mark}t {mark}d"', named)

    def labelled(self, height: float, name: str) -> Markup:
        """A small picture that may stand on a page more than once, so that it carries no identifiers."""
        return self._wrapped(height, f'aria-label="{escape(name)}"', Markup())

    def _wrapped(self, height: float, meaning: str, named: Markup) -> Markup:
        wide, high = figure_of(self.width), figure_of(height)
        size = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
        return Markup(  # noqa: S704 (every text in it was escaped on its way in)
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {meaning}>'
            f"{named}{''.join(self.strokes)}</svg>"
        )


def is_narrow(width: float) -> bool:
    """Whether words go above a picture instead of beside it."""
    return width < 480


def for_every_screen(draw: Callable[[int], str]) -> Markup:
    """The chart twice: for a phone, and for everything wider. The styles show the one that fits."""
    pictures = (("wide", draw(WIDE)), ("narrow", draw(NARROW)))
    return Markup("").join(
        Markup('<div class="fl-chart fl-chart--{}">{}</div>').format(name, Markup(picture))  # noqa: S704
        for name, picture in pictures
    )
