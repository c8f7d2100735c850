"""Small scenes for Easy Read: people, what they say, and the thing that it is about. One scene says one thought.

Put together from few pieces on the same field of 96 by 96 as `sketches.py`, so that who reads finds the same person,
the same bubble and the same sign everywhere.
"""

from math import atan2, cos, pi, sin

from fanlight.design.sketches import CANOPY, Sketch, disc

GROUND = 88


def person(x: float, top: float = 50) -> str:
    """Somebody, seen from the front: `top` is the middle of the head."""
    shoulder, side = top + 13, top + 26
    return (
        f"{disc(x, top, 8)}M{x - 12:g} {GROUND}V{side:g}"
        f"C{x - 12:g} {side - 8:g} {x - 7:g} {shoulder:g} {x:g} {shoulder:g}"
        f"C{x + 7:g} {shoulder:g} {x + 12:g} {side - 8:g} {x + 12:g} {side:g}V{GROUND}"
    )


def bubble(x: float, y: float, tip: float, *, width: float = 30, height: float = 22) -> str:
    """What somebody says: the corner at x, y, and its tip above the head at `tip`."""
    foot = min(max(tip, x + 9), x + width - 9)
    return (
        f"M{x + 5:g} {y:g}h{width - 10:g}a5 5 0 0 1 5 5v{height - 10:g}a5 5 0 0 1 -5 5H{foot + 4:g}"
        f"L{tip:g} {y + height + 8:g}L{foot - 4:g} {y + height:g}H{x + 5:g}"
        f"a5 5 0 0 1 -5 -5v{10 - height:g}a5 5 0 0 1 5 -5Z"
    )


def burst(x: float, y: float, radius: float) -> str:
    """Sharp words."""
    corners = [
        (x + cos(step * pi / 8) * r, y + sin(step * pi / 8) * r)
        for step in range(16)
        for r in [radius if step % 2 else radius * 0.62]
    ]
    return "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in corners) + "Z"


def arrow(x: float, y: float, to_x: float, to_y: float) -> str:
    way = atan2(to_y - y, to_x - x)
    head = "".join(
        f"M{to_x:g} {to_y:g}L{to_x - 7 * cos(way + turn):.1f} {to_y - 7 * sin(way + turn):.1f}"
        for turn in (0.6, -0.6)
    )
    return f"M{x:g} {y:g}L{to_x:g} {to_y:g}{head}"


def box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z"


def clock(x: float, y: float, radius: float) -> str:
    return f"{disc(x, y, radius)}M{x:g} {y - radius * 0.6:g}V{y:g}L{x + radius * 0.45:g} {y + radius * 0.3:g}"


def question(x: float, y: float) -> str:
    return (
        f"M{x - 4:g} {y - 3:g}C{x - 4:g} {y - 9:g} {x + 5:g} {y - 9:g} {x + 5:g} {y - 3:g}"
        f"C{x + 5:g} {y:g} {x:g} {y:g} {x:g} {y + 3:g}M{x:g} {y + 7:g}h.1"
    )


def warning(x: float, y: float) -> str:
    return f"M{x:g} {y - 7:g}V{y + 1:g}M{x:g} {y + 6:g}h.1"


def tick(x: float, y: float) -> str:
    return f"M{x - 6:g} {y:g}L{x - 1:g} {y + 5:g}L{x + 7:g} {y - 5:g}"


def cross(x: float, y: float) -> str:
    return f"M{x - 5:g} {y - 5:g}L{x + 5:g} {y + 5:g}M{x + 5:g} {y - 5:g}L{x - 5:g} {y + 5:g}"


def heart(x: float, y: float) -> str:
    return (
        f"M{x:g} {y + 7:g}C{x - 12:g} {y - 1:g} {x - 7:g} {y - 9:g} {x:g} {y - 3:g}"
        f"C{x + 7:g} {y - 9:g} {x + 12:g} {y - 1:g} {x:g} {y + 7:g}Z"
    )


def words(x: float, y: float) -> str:
    """Lines of speech, from their left end."""
    return f"M{x:g} {y:g}h16M{x:g} {y + 7:g}h10"


def equals(y: float) -> str:
    return f"M42 {y - 4:g}h12M42 {y + 4:g}h12"


def dots(x: float, y: float) -> str:
    return f"M{x - 7:g} {y:g}h.1M{x:g} {y:g}h.1M{x + 7:g} {y:g}h.1"


LEFT, RIGHT = bubble(6, 8, 22), bubble(60, 8, 74)
TWO = person(22) + person(74)

# Two carry one box.
HELPED = Sketch(sun=box(36, 62, 24, 18), lines=TWO + box(36, 62, 24, 18) + "M32 66L36 70M64 66L60 70")
# A list of who does what.
WHO_DOES_WHAT = Sketch(
    sun=box(14, 38, 68, 20),
    lines=box(14, 14, 68, 68)
    + "".join(f"{disc(28, y, 5)}M42 {y}H58{tick(70, y)}" for y in (27, 48, 69))
    + "M14 38H82M14 58H82",
)
# A box between two who each point at the other.
NOBODYS_JOB = Sketch(
    sun=box(38, 68, 20, 20),
    lines=person(18)
    + person(78)
    + box(38, 68, 20, 20)
    + question(48, 52)
    + arrow(32, 16, 64, 16)
    + arrow(64, 28, 32, 28),
)
# The same for the one as for the other.
FAIR_SHARES = Sketch(
    sun=box(12, 10, 20, 24) + box(64, 10, 20, 24),
    lines=TWO + "".join(box(x, y, 20, 12) for x in (12, 64) for y in (10, 22)) + equals(22),
)
# At the hour when work begins, one tells the other.
TOLD_AT_THE_START = Sketch(
    sun=disc(74, 21, 13), lines=TWO + bubble(6, 8, 22, width=36) + words(14, 16) + clock(74, 21, 13)
)
# An empty chair, and somebody who comes to tell.
TOLD_AFTERWARDS = Sketch(
    sun=bubble(46, 8, 70, width=36),
    lines=f"M14 46V{GROUND}M14 68H36V{GROUND}" + person(70) + bubble(46, 8, 70, width=36) + words(54, 16),
)
# There and back again.
HEARS_BACK = Sketch(
    sun=disc(48, 24, 16), lines=TWO + arrow(28, 16, 68, 16) + arrow(68, 32, 28, 32) + tick(48, 64)
)
# One says this way, another says that way.
TWO_WAYS = Sketch(
    sun=bubble(4, 8, 16),
    lines=person(16)
    + person(48, 60)
    + person(80)
    + bubble(4, 8, 16)
    + arrow(26, 19, 12, 19)
    + bubble(62, 8, 80)
    + arrow(70, 19, 84, 19)
    + question(48, 38),
)
# Both say the same.
SAYS_IT_BACK = Sketch(
    sun=RIGHT, lines=TWO + LEFT + tick(21, 19) + RIGHT + tick(75, 19) + arrow(40, 19, 56, 19)
)
# Looking closely at the thing.
WHAT_MADE_IT_HARD = Sketch(
    sun=disc(42, 40, 26), lines=disc(42, 40, 26) + "M61 59L84 82" + box(31, 30, 22, 20) + question(42, 41)
)
# One asks the other kindly.
ALL_RIGHT = Sketch(sun=bubble(56, 8, 68), lines=person(34) + person(66) + bubble(56, 8, 68) + heart(71, 19))
# Everybody points at one.
BLAMED = Sketch(
    sun=disc(48, 50, 8),
    lines=person(48) + arrow(8, 40, 30, 50) + arrow(88, 40, 66, 50) + arrow(48, 10, 48, 36),
)
# A hammer and a nail.
PUT_RIGHT = Sketch(
    sun=box(14, 14, 40, 20), lines=box(14, 14, 40, 20) + box(29, 34, 10, 50) + "M64 40H84M74 40V84"
)
# Tall or short, it is the same.
SAME_FOR_ALL = Sketch(
    sun=disc(22, 34, 8) + disc(74, 58, 8), lines=person(22, 34) + person(74, 58) + equals(56)
)
# Somebody asks.
ASKS = Sketch(
    sun=bubble(50, 8, 46, width=34, height=26),
    lines=person(36) + bubble(50, 8, 46, width=34, height=26) + question(67, 21),
)
# A plan, and somebody who is worried by it.
WORRIED_BY_A_PLAN = Sketch(
    sun=box(8, 40, 32, 44),
    lines=box(8, 40, 32, 44)
    + "M15 51h18M15 60h18M15 69h11"
    + person(68)
    + bubble(56, 8, 70)
    + warning(71, 18),
)
# A lamp over somebody’s head.
HAS_AN_IDEA = Sketch(
    sun=disc(64, 26, 12),
    lines=person(34) + disc(64, 26, 12) + "M60 38V44H68V38M64 4V8M42 26H46M82 26H86M49 11L52 14M79 11L76 14",
)
# Somebody says that a thing is wrong, and gets sharp words for it.
CALLED_TROUBLE = Sketch(
    sun=burst(70, 22, 17),
    lines=person(20)
    + bubble(6, 8, 22)
    + warning(21, 18)
    + person(58, 56)
    + person(82, 56)
    + burst(70, 22, 17)
    + arrow(52, 22, 40, 22),
)
# A hand goes up: it was me.
OWNS_UP = Sketch(
    sun=bubble(54, 8, 48, width=32, height=26),
    lines=person(34) + "M46 70L56 48" + bubble(54, 8, 48, width=32, height=26) + cross(70, 21),
)
# At an open door.
WELCOMED = Sketch(
    sun=box(52, 20, 36, 68),
    lines=person(26) + box(52, 20, 36, 68) + person(70) + bubble(6, 8, 26) + heart(21, 19),
)
# One asks; the other has not said anything yet.
QUIET_ONE_ASKED = Sketch(sun=RIGHT, lines=TWO + LEFT + question(21, 19) + RIGHT + dots(75, 19))
# An open book.
LEARNS = Sketch(
    sun="M48 34C38 26 24 26 10 30V78C24 74 38 74 48 82Z",
    lines="M48 34C38 26 24 26 10 30V78C24 74 38 74 48 82C58 74 72 74 86 78V30C72 26 58 26 48 34ZM48 34V82"
    + tick(48, 14)
    + "M20 44h18M20 54h18M58 44h18M58 54h18",
)
# Two share a kind word; one stands away from them, without.
LEFT_OUT = Sketch(
    sun=bubble(6, 8, 29, width=46),
    lines=person(16)
    + person(41)
    + bubble(6, 8, 29, width=46)
    + heart(20, 19)
    + heart(39, 19)
    + person(83, 62),
)
# Between sharp words and the one they hurt stands a third.
STEPS_IN = Sketch(
    sun=bubble(34, 6, 48, width=28, height=18),
    lines=person(14, 56)
    + person(48)
    + person(82, 56)
    + burst(14, 30, 12)
    + bubble(34, 6, 48, width=28, height=18)
    + cross(48, 15)
    + "M37 70L28 62",
)
# The clock runs, and there is a kind word.
POLITE_IN_A_RUSH = Sketch(
    sun=disc(26, 30, 18),
    lines=clock(26, 30, 18) + "M4 58h20M8 68h16M4 78h20" + person(64) + bubble(56, 8, 66) + heart(71, 19),
)
# A kind word from one to the other.
THANKED = Sketch(
    sun=bubble(14, 8, 22, width=44, height=24),
    lines=TWO + bubble(14, 8, 22, width=44, height=24) + heart(28, 20) + heart(46, 20),
)
# Two whisper; the third is behind a wall.
BEHIND_A_BACK = Sketch(
    sun=burst(28, 22, 15), lines=person(16) + person(42) + burst(28, 22, 15) + f"M62 14V{GROUND}" + person(80)
)
# First sharp words, then a kind one.
SAYS_SORRY = Sketch(
    sun=bubble(60, 8, 56),
    lines=person(46, 54) + burst(18, 20, 15) + arrow(38, 20, 54, 20) + bubble(60, 8, 56) + heart(75, 19),
)
# One was sharp; the other talks about it.
TALKS_ABOUT_IT = Sketch(sun=RIGHT, lines=TWO + burst(20, 22, 15) + RIGHT + words(66, 16))
# Somebody with a heart.
MYSELF = Sketch(
    sun=heart(48, 66),
    lines=f"{disc(48, 28, 14)}M18 {GROUND}V74C18 58 30 48 48 48C66 48 78 58 78 74V{GROUND}" + heart(48, 68),
)
# What the one says counts as much as what the other says.
COUNTS_AS_MUCH = Sketch(
    sun=LEFT + RIGHT, lines=TWO + LEFT + words(12, 16) + RIGHT + words(66, 16) + equals(19)
)
# A worry can be said under a roof.
SAFE_TO_SAY = Sketch(
    sun=CANOPY, lines=CANOPY + person(36, 62) + bubble(54, 52, 46, width=26, height=20) + warning(67, 61)
)
# Steps that lead up.
MOVES_ON = Sketch(
    sun="M32 88V72H56V56H80V88Z",
    lines="M8 88H32V72H56V56H80V40M80 88H8M80 88V40" + disc(20, 66, 7) + arrow(36, 56, 62, 30),
)
# Sharp words hit somebody.
TREATED_BADLY = Sketch(sun=burst(40, 24, 18), lines=TWO + burst(40, 24, 18) + arrow(56, 30, 66, 38))
