"""Setting a sheet: words go in as JSON, a tagged PDF comes out."""

import json
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from fanlight.design import palette

HERE = Path(str(resources.files("fanlight.responses").joinpath("documents")))
COLOURS = ("INK", "SLATE", "LINE", "TEAL", "SUN")


def typeset(layout: str, content: dict[str, Any]) -> bytes:
    """The bytes of a PDF. `layout` is the name of a file beside this one."""
    import typst  # takes a while, and most pages never need it

    inputs = {
        "content": json.dumps(content),
        "palette": json.dumps({name: getattr(palette, name) for name in COLOURS}),
    }
    made: bytes = typst.compile(HERE / layout, sys_inputs=inputs, pdf_standards="ua-1")
    return made


def square(address: str) -> str:
    """An address as a square to point a camera at: an SVG."""
    drawn = BytesIO()
    segno.make(address, micro=False, error="m").save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=4, dark=palette.INK, light="#ffffff"
    )
    return drawn.getvalue().decode()
