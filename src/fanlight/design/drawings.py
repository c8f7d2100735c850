"""Our line drawings: one hand, one weight of line, one touch of sun.

They are decoration, and hidden from screen readers, unless they are given a name.
"""

from enum import StrEnum

from markupsafe import Markup, escape

from fanlight.design import palette, sketches, vignettes


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
    HELPED = "helped"
    WHO_DOES_WHAT = "who-does-what"
    NOBODYS_JOB = "nobodys-job"
    FAIR_SHARES = "fair-shares"
    TOLD_AT_THE_START = "told-at-the-start"
    TOLD_AFTERWARDS = "told-afterwards"
    HEARS_BACK = "hears-back"
    TWO_WAYS = "two-ways"
    SAYS_IT_BACK = "says-it-back"
    WHAT_MADE_IT_HARD = "what-made-it-hard"
    ALL_RIGHT = "all-right"
    BLAMED = "blamed"
    PUT_RIGHT = "put-right"
    SAME_FOR_ALL = "same-for-all"
    ASKS = "asks"
    WORRIED_BY_A_PLAN = "worried-by-a-plan"
    HAS_AN_IDEA = "has-an-idea"
    CALLED_TROUBLE = "called-trouble"
    OWNS_UP = "owns-up"
    WELCOMED = "welcomed"
    QUIET_ONE_ASKED = "quiet-one-asked"
    LEARNS = "learns"
    LEFT_OUT = "left-out"
    STEPS_IN = "steps-in"
    POLITE_IN_A_RUSH = "polite-in-a-rush"
    THANKED = "thanked"
    BEHIND_A_BACK = "behind-a-back"
    SAYS_SORRY = "says-sorry"
    TALKS_ABOUT_IT = "talks-about-it"
    MYSELF = "myself"
    COUNTS_AS_MUCH = "counts-as-much"
    SAFE_TO_SAY = "safe-to-say"
    MOVES_ON = "moves-on"
    TREATED_BADLY = "treated-badly"


SKETCHES = {each: getattr(sketches, each.name, None) or getattr(vignettes, each.name) for each in Drawing}


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
