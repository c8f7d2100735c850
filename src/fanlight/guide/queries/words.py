"""How the guide's enumerations are said in English, and how they stand in an address."""

from enum import StrEnum
from typing import TypeVar

from fanlight.guide.queries.entries import (
    Focus,
    MeasureKind,
    Setting,
    SourceKind,
    Strength,
    TimeTogether,
    WorkSystem,
)
from fanlight.guide.queries.facts import Moment

Member = TypeVar("Member", bound=StrEnum)


def slug_of(member: StrEnum) -> str:
    """As it stands in an address.

    >>> slug_of(Focus.JUST_CULTURE)
    'just-culture'
    """
    return member.value.replace("_", "-")


def member_for(kind: type[Member], slug: str) -> Member | None:
    """What an address means, or None if it means nothing.

    >>> member_for(Setting, "care-home"), member_for(Setting, "moon")
    (<Setting.CARE_HOME: 'care_home'>, None)
    """
    return next((member for member in kind if slug_of(member) == slug), None)


# What a focus comes to, in the few words that head its page.
HEADLINES = {
    Focus.TEAMWORK: "We look out for each other",
    Focus.COMMUNICATION: "What needs to be known gets there",
    Focus.JUST_CULTURE: "We ask what happened, and put it right",
    Focus.PSYCHOLOGICAL_SAFETY: "Anyone here can say it",
    Focus.INCLUSION: "Everybody here is heard",
    Focus.CIVILITY: "Respect, on the hard days too",
}

SETTINGS = {
    Setting.ANY: "Any team",
    Setting.WARD: "Ward",
    Setting.THEATRE: "Operating theatre",
    Setting.COMMUNITY_TEAM: "Community team",
    Setting.GP_PRACTICE: "GP practice",
    Setting.CARE_HOME: "Care home",
    Setting.AMBULANCE: "Ambulance crew",
    Setting.PHARMACY: "Pharmacy",
    Setting.HOME_CARE: "Home care",
}

TIMES = {
    TimeTogether.IN_PASSING: "In passing",
    TimeTogether.TEN_MINUTES: "Ten minutes",
    TimeTogether.AN_HOUR: "An hour",
}

STRENGTHS = {
    Strength.STRONG: "Strong evidence",
    Strength.SOME: "Some evidence",
    Strength.EARLY: "Early evidence",
    Strength.PRACTICE_WISDOM: "Practice wisdom",
}

WHAT_STRENGTH_MEANS = {
    Strength.STRONG: "Many sound studies agree.",
    Strength.SOME: "Several studies point the same way, but they leave room for doubt.",
    Strength.EARLY: "A few small studies, or studies from elsewhere. It may not hold here.",
    Strength.PRACTICE_WISDOM: "People use it and speak well of it. Nobody has put it to the test.",
}

MEASURES = {
    MeasureKind.OUTCOME: "Is it any better?",
    MeasureKind.PROCESS: "Are we doing it?",
    MeasureKind.BALANCING: "Is something else getting worse?",
}

WORK_SYSTEM = {
    WorkSystem.PEOPLE: "people",
    WorkSystem.TASKS: "tasks",
    WorkSystem.TOOLS_AND_TECHNOLOGY: "tools and technology",
    WorkSystem.ORGANISATION: "how work is organised",
    WorkSystem.INTERNAL_ENVIRONMENT: "the place",
    WorkSystem.EXTERNAL_ENVIRONMENT: "the world outside",
}

MOMENTS = {Moment.BEFORE: "Before", Moment.DURING: "While you talk", Moment.AFTER: "Afterwards"}

SOURCE_KINDS = {
    SourceKind.REVIEW: "Reviews of many studies",
    SourceKind.TRIAL: "Trials",
    SourceKind.STUDY: "Studies",
    SourceKind.REPORT: "Reports",
    SourceKind.GUIDANCE: "Guidance",
    SourceKind.PRACTICE: "From practice",
    SourceKind.NEWS: "News",
}
