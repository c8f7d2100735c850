"""Our line drawings: one hand, one weight of line, one touch of sun.

They are decoration, and hidden from screen readers, unless they are given a name.
"""

from enum import StrEnum

from markupsafe import Markup, escape

from fanlight.design import palette, sketches


class Drawing(StrEnum):
    """What there is a drawing of."""

    LOOK = "look"
    ASK = "ask"
    TALK = "talk"
    CHANGE = "change"
    SHARE = "share"
    TEAMWORK = "teamwork"
    COMMUNICATION = "communication"
    JUST_CULTURE = "just-culture"
    SAFETY = "psychological-safety"
    INCLUSION = "inclusion"
    CIVILITY = "civility"
    EMPTY = "empty"
    THANKS = "thanks"
    LOST = "lost"
    CALENDAR = "calendar"
    LOCK = "lock"
    NO_RACE = "no-race"
    PHONE = "phone"
    NOT_AT_ALL = "not-at-all"
    NOT_MOSTLY = "not-mostly"
    HALF_AND_HALF = "half-and-half"
    YES_MOSTLY = "yes-mostly"
    YES_VERY = "yes-very"
    GOES_BY = "goes-by"
    MY_OWN = "my-own"


SKETCHES = {each: getattr(sketches, each.name) for each in Drawing}


def drawing(subject: Drawing | str, *, size: int = 96, name: str = "") -> Markup:
    """The drawing as SVG. Without a name it is decoration and hidden from screen readers."""
    sketch = SKETCHES[Drawing(subject)]
    meaning = f'role="img" aria-label="{escape(name)}"' if name else 'aria-hidden="true"'
    gilt = f'<path d="{sketch.gilt}" stroke="{palette.AMBER}" stroke-width="3.2"/>' if sketch.gilt else ""
    return Markup(  # noqa: S704 (paths of ours and an escaped name)
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="{size}" height="{size}" '
        f'{meaning} focusable="false" fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{sketch.sun}" fill="{palette.SUN}"/>{gilt}'
        f'<path d="{sketch.lines}" stroke="{palette.INK}" stroke-width="2.6"/></svg>'
    )
