"""The strokes of the drawings, on a field of 96 by 96. `drawings.py` puts them on a page.

`sun` is filled with the sun's yellow, `lines` are drawn in ink, `gilt` (rarely) is a line of gold.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """One drawing: lines of one weight over one patch of sun."""

    sun: str
    lines: str
    gilt: str = ""


def disc(x: float, y: float, radius: float) -> str:
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0Z"


# An open casement with the sun in it.
LOOK = Sketch(
    sun=disc(48, 46, 15),
    lines="M28 78V40a20 20 0 0 1 40 0V78M20 78H76M28 46L12 40V74L28 78M68 46L84 40V74L68 78M28 58H68",
)

# A slip of paper going into an urn.
ASK = Sketch(
    sun="M34 12H60V44H34Z",
    lines=(
        "M26 48H70M30 48C24 56 22 64 24 72C26 82 34 86 48 86C62 86 70 82 72 72C74 64 72 56 66 48"
        "M34 44V12H60V44M40 22H54M40 30H54M40 38H48"
    ),
)

# Two people's words, overlapping.
TALK = Sketch(
    sun="M42 40a8 8 0 0 1 8-8H80a8 8 0 0 1 8 8V58a8 8 0 0 1-8 8H76V78L64 66H50a8 8 0 0 1-8-8Z",
    lines=(
        "M42 56H28L16 68V56a8 8 0 0 1-8-8V28a8 8 0 0 1 8-8H52a8 8 0 0 1 8 8V32"
        "M42 40a8 8 0 0 1 8-8H80a8 8 0 0 1 8 8V58a8 8 0 0 1-8 8H76V78L64 66H50a8 8 0 0 1-8-8Z"
        "M54 49h.1M65 49h.1M76 49h.1"
    ),
)

# A seedling in a pot.
CHANGE = Sketch(
    sun=disc(66, 24, 12),
    lines=(
        "M30 62H66L62 86H34ZM26 54H70V62H26ZM48 54V32M48 40C48 30 40 24 28 25C28 36 36 42 48 40"
        "M48 34C49 24 56 19 67 20C67 30 60 36 48 34"
    ),
)

# A door ajar, with light falling out of it.
SHARE = Sketch(
    sun="M36 84L58 84L84 92L20 92Z",
    lines=(
        "M30 84V34a20 20 0 0 1 40 0V84M30 36H70M50 14V36M41 17L46 36M59 17L54 36"
        "M30 36L52 44V90L30 84M46 66v4M70 84H82M18 84H30"
    ),
)

# Three people, shoulder to shoulder.
TEAMWORK = Sketch(
    sun=disc(48, 34, 12),
    lines=(
        f"{disc(48, 34, 12)}{disc(22, 44, 9)}{disc(74, 44, 9)}"
        "M26 82V70C26 58 35 52 48 52C61 52 70 58 70 70V82M8 80V72C8 63 14 59 23 59"
        "M88 80V72C88 63 82 59 73 59M6 82H90"
    ),
)

# Two tins and a string.
COMMUNICATION = Sketch(
    sun="M8 50L26 44L32 66L14 72Z",
    lines=(
        "M8 50L26 44L32 66L14 72ZM88 30L70 24L64 46L82 52ZM29 55C40 74 54 56 58 46C60 40 63 36 67 35"
        "M40 22C44 18 50 17 54 19M36 14C43 8 53 8 59 12"
    ),
)

# A bowl that was broken and has been mended with gold.
JUST_CULTURE = Sketch(
    sun=disc(70, 22, 9),
    lines="M10 42H86C86 62 72 76 48 76C24 76 10 62 10 42ZM36 76L33 86H63L60 76",
    gilt="M40 42L46 52L41 60L50 76M46 52L58 58L70 54L78 62",
)

# Shelter.
CANOPY = (
    "M10 46C12 28 28 16 48 16C68 16 84 28 86 46C80 40 70 40 65 46"
    "C60 40 53 40 48 46C43 40 36 40 31 46C26 40 16 40 10 46Z"
)
SAFETY = Sketch(
    sun=CANOPY,
    lines=f"{CANOPY}M48 10V16M48 46V78C48 88 62 88 62 78",
)

# Three different flowers in one jar.
INCLUSION = Sketch(
    sun=disc(48, 18, 9),
    lines=(
        f"M31 58H65M34 58V80C34 86 37 88 42 88H54C59 88 62 86 62 80V58M48 58V27{disc(48, 18, 9)}"
        "M42 58C40 48 32 46 24 42M54 58C56 48 64 46 72 40M13 20L19 27L24 18L29 27L35 20V32a11 11 0 0 1-22 0Z"
        f"{disc(74, 30, 4)}M74 21V14M74 39V46M65 30H58M83 30H90"
        "M68 24L63 19M80 24L85 19M68 36L63 41M80 36L85 41"
    ),
)

# A cup of tea made for somebody.
CIVILITY = Sketch(
    sun="M20 50H64V60C64 74 56 80 42 80C28 80 20 74 20 60Z",
    lines=(
        "M20 46H64V60C64 74 56 80 42 80C28 80 20 74 20 60ZM64 52H70C78 52 78 68 68 68H62M12 88H72"
        "M42 36C34 30 30 24 34 19C37 15 41 17 42 21C43 17 47 15 50 19C54 24 50 30 42 36"
    ),
)

# A chair at a window, waiting for somebody.
EMPTY = Sketch(
    sun=disc(63, 34, 10),
    lines=(
        "M45 54V34a18 18 0 0 1 36 0V54ZM63 16V54M45 36H81M14 40C16 48 17 56 17 62V86"
        "M17 62H36a4 4 0 0 1 0 8H17M37 70V86M17 78H37M8 86H88"
    ),
)

# The sun coming up.
THANKS = Sketch(
    sun="M24 68a24 24 0 0 1 48 0Z",
    lines=(
        "M8 68H88M24 68a24 24 0 0 1 48 0M48 34V24M72 44L79 37M24 44L17 37M82 58L90 55"
        "M14 58L6 55M28 78H68M38 87H58"
    ),
)

# A signpost.
LOST = Sketch(
    sun="M20 22H62L74 32L62 42H20Z",
    lines="M48 14V22M20 22H62L74 32L62 42H20ZM48 42V50M76 50H38L28 59L38 68H76ZM48 68V88M34 88H62",
)

# A page of a calendar, one day lit.
CALENDAR = Sketch(
    sun="M56 58H70V72H56Z",
    lines=(
        "M16 20H80V84H16ZM16 38H80M32 12V28M64 12V28M28 48h.1M41 48h.1M54 48h.1M67 48h.1"
        "M28 64h.1M41 64h.1M56 58H70V72H56ZM28 76h.1M41 76h.1"
    ),
)

# A padlock, shut.
LOCK = Sketch(
    sun="M22 44H74V84H22Z",
    lines=f"M22 44H74V84H22ZM32 44V30a16 16 0 0 1 32 0V44{disc(48, 60, 5)}M48 65V74",
)

# A winners' stand, crossed out.
NO_RACE = Sketch(
    sun="M36 36H60V80H36Z",
    lines="M36 80V36H60V80M12 80V52H36M60 60H84V80M8 80H88M14 14L82 90M82 14L14 90",
)

# A telephone, ringing.
PHONE = Sketch(
    sun="M34 12H62V84H34Z",
    lines="M34 12H62V84H34ZM44 74H52M34 66H62M22 30C16 40 16 56 22 66M74 30C80 40 80 56 74 66",
)

# Ticks and crosses: the answers.
CROSS = "M{0} 38L{1} 58M{1} 38L{0} 58"
TICK = "M{0} 50L{1} 58L{2} 36"
NOT_AT_ALL = Sketch(sun=disc(48, 48, 9), lines=disc(48, 48, 38) + CROSS.format(24, 42) + CROSS.format(54, 72))
NOT_MOSTLY = Sketch(sun=disc(48, 48, 16), lines=disc(48, 48, 38) + CROSS.format(38, 58))
HALF_AND_HALF = Sketch(
    sun="M48 10a38 38 0 0 1 0 76Z",
    lines=f"{disc(48, 48, 38)}M48 10V86" + CROSS.format(20, 38) + TICK.format(56, 62, 74),
)
YES_MOSTLY = Sketch(sun=disc(48, 48, 24), lines=disc(48, 48, 38) + TICK.format(36, 44, 62))
YES_VERY = Sketch(
    sun=disc(48, 48, 38), lines=disc(48, 48, 38) + TICK.format(22, 29, 44) + TICK.format(50, 57, 74)
)
GOES_BY = Sketch(
    sun=disc(76, 48, 9), lines=f"M12 60C24 20 58 20 70 52M70 52L58 46M70 52L74 39{disc(41, 66, 9)}"
)
MY_OWN = Sketch(
    sun=disc(48, 34, 16),
    lines=f"{disc(48, 34, 16)}M40 40H56M18 84V76C18 62 30 56 48 56C66 56 78 62 78 76V84M12 84H84",
)
