"""Made-up content. Nobody here exists, and no answer was given by anybody."""

from dataclasses import dataclass

from fanlight.design.charts import Answers, Bound, Change, Level, Way, answers_chart
from fanlight.design.frame import Frame, Link
from fanlight.design.mark import Step
from fanlight.design.parts import Row

TOO_FEW = "Fewer than 11 people answered this, so we show nothing here. That protects them."

FOOTER = (
    Link(text="Our promise", href="#promise"),
    Link(text="Speak up", href="#speak-up"),
    Link(text="Accessibility", href="#accessibility"),
)
MENU = (
    Link(text="Your teams", href="#teams"),
    Link(text="Sign-in and security", href="#security"),
    Link(text="Sign out", href="#out", sends=True),
)
TEAM = Link(text="Ward 6", href="home.html")
FRAME = Frame(
    place=TEAM,
    organisation="Hillbrook Hospital",
    step=Step.TALK,
    person="Alice Marsh",
    menu=MENU,
    footer=FOOTER,
)
BELOW = Frame(
    place=TEAM,
    organisation="Hillbrook Hospital",
    step=Step.TALK,
    person="Alice Marsh",
    menu=MENU,
    footer=FOOTER,
    trail=(Link(text="Ward 6", href="home.html"),),
)
NEW = Frame(
    place=Link(text="Larch Lodge", href="home-new.html"),
    organisation="Care home",
    step=Step.LOOK,
    person="Tom Okafor",
    menu=MENU,
    footer=FOOTER,
)
STRANGER = Frame(footer=FOOTER, sign_in=Link(text="Sign in", href="sign-in.html"))

GOING_ON = (
    Row(
        text="Autumn round",
        detail="Closed on Friday with 31 to 40 answers, most of the team.",
        href="stood-out.html",
    ),
    Row(
        text="Debrief",
        detail="In the staff room, with Priya. A second one for nights.",
        when="Thursday at 2:30pm",
    ),
    Row(
        text="A board that shows who is on",
        detail="First try: the whiteboard by the drugs room.",
        when="look again 4 December",
    ),
    Row(text="Walkabout on the discharge lounge", detail="Two themes noted, nobody named.", href="#window"),
)

WELL = (
    Answers(label="It is easy to ask for help", shares=(2, 5, 12, 48, 33), positive=81, low=76, high=86),
    Answers(label="We look out for each other on busy shifts", positive=90, bound=Bound.AT_LEAST),
    Answers(
        label="People are civil when it is hard", shares=(3, 7, 13, 46, 31), positive=77, low=71, high=82
    ),
)
TALK_ABOUT = (
    Answers(
        label="Mistakes are held against people",
        shares=(14, 26, 22, 28, 10),
        positive=38,
        low=32,
        high=45,
        turned="% who say no",
    ),
    Answers(
        label="Night staff hear what was decided", shares=(12, 30, 19, 30, 9), positive=39, low=33, high=46
    ),
    Answers(
        label="We talk about what nearly went wrong", shares=(8, 25, 24, 33, 10), positive=43, low=37, high=50
    ),
)
TEAMWORK = (
    Answers(label="Teamwork", shares=(4, 9, 19, 42, 26), positive=68, low=62, high=73, is_whole=True),
    *WELL[:1],
    Answers(
        label="Mistakes are held against people",
        shares=(14, 26, 22, 28, 10),
        positive=38,
        low=32,
        high=45,
        turned="% who say no",
    ),
    *WELL[1:2],
    Answers(label="People from other teams are made welcome here, even for one shift", withheld=TOO_FEW),
)
FOCUSES = (
    Level(label="Teamwork", value=68, low=62, high=73, before=61),
    Level(label="Communication", value=54, low=48, high=60, before=55),
    Level(label="Just and restorative culture", value=38, low=32, high=45, before=47),
    Level(label="Psychological safety", withheld=TOO_FEW),
    Level(label="Diversity and inclusion", value=90, bound=Bound.AT_LEAST),
    Level(label="Civility", value=77, low=77, high=77, before=71),
)
SINCE = (
    Change(label="Teamwork", before=61, now=68, low=-2, high=16, verdict="Could be chance."),
    Change(
        label="Communication",
        before=40,
        now=54,
        low=5,
        high=23,
        verdict="Better",
        detail="5 to 23 more in 100",
        way=Way.BETTER,
    ),
    Change(
        label="Just and restorative culture",
        before=58,
        now=38,
        low=-29,
        high=-10,
        verdict="Worse. Worth talking about.",
    ),
    Change(label="Psychological safety", withheld=TOO_FEW),
    Change(label="Civility", before=77, now=77, low=-7, high=7, verdict="Much the same."),
)


@dataclass(frozen=True)
class Finding:
    """Something that stood out: in words, with its answers."""

    words: str
    how_sure: str
    answers: Answers

    @property
    def chart(self) -> str:
        return answers_chart(
            [self.answers], title=self.words, has_labels=False, has_key=False, reaches=(60, 100), width=400
        )


FINDINGS_WELL = (
    Finding("It is easy to ask for help.", "About four in five of us agree.", WELL[0]),
    Finding("We look out for each other on busy shifts.", "At least nine in ten of us agree.", WELL[1]),
    Finding("People are civil when it is hard.", "About three in four of us agree.", WELL[2]),
)
FINDINGS_TALK = (
    Finding(
        "Mistakes are held against people.", "About two in five of us disagree with that.", TALK_ABOUT[0]
    ),
    Finding(
        "Night staff do not always hear what was decided.",
        "About two in five of us feel they do.",
        TALK_ABOUT[1],
    ),
    Finding("Near misses are not talked about much.", "Fewer than half of us say that we do.", TALK_ABOUT[2]),
)


@dataclass(frozen=True)
class Action:
    """An agreed action on the board."""

    what: str
    first_step: str
    who: str
    when: str


@dataclass(frozen=True)
class Column:
    """A column of the board, with what may be done with the actions in it."""

    name: str
    actions: tuple[Action, ...]
    forward: str
    back: str = ""


HEARD = Action(
    "Night staff hear what was decided",
    "Try one line in the handover sheet on Tuesday.",
    "Bob and Ines",
    "look again on 2 December",
)
WHO_IS_ON = Action(
    "A board that shows who is on",
    "The whiteboard by the drugs room, names and roles, for one week.",
    "Alice",
    "look again on 4 December",
)
FIVE_MINUTES = Action(
    "Five minutes after a hard shift",
    "Whoever is in charge asks: what went well, what would have helped?",
    "Priya, then whoever likes",
    "look again on 11 December",
)
WELCOME = Action("Bank staff get a welcome card", "Ten cards by the door.", "Sam", "looked at on 3 November")
BOARD = (
    Column("Agreed", (HEARD,), forward="Start"),
    Column("Trying", (WHO_IS_ON, FIVE_MINUTES), forward="Keep it", back="Back to agreed"),
    Column("Kept", (WELCOME,), forward="", back="Back to trying"),
)
