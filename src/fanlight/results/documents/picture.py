"""A drawing of ours as a picture, for files that cannot hold SVG."""

from markupsafe import Markup

SHEET = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing))
"""


def png(drawing: Markup) -> bytes:
    import typst

    made: bytes = typst.compile(SHEET, format="png", ppi=300, sys_inputs={"drawing": str(drawing)})
    return made
