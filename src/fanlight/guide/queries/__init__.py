"""Read the guide: `load_guide()` returns all of it, checked and cached, as one frozen `Guide`.

>>> from fanlight.guide.queries import Focus, load_guide
>>> guide = load_guide()
>>> guide.card("the-porter-knows").title
'The porter knows'
>>> [chapter.title for chapter in guide.chapters][:2]
['Teamwork', 'Communication']
>>> guide.ideas_for(focus=Focus.TEAMWORK)[0].focus.value
'teamwork'
"""

from fanlight.guide.queries.debriefing import (
    Agenda,
    AgendaPart,
    Debrief,
    DebriefPrompts,
    EasyReadText,
    GroundRule,
)
from fanlight.guide.queries.entries import (
    Card,
    CardKind,
    Chapter,
    Focus,
    Idea,
    Measure,
    MeasureKind,
    Reading,
    Scene,
    Setting,
    Situation,
    Source,
    SourceKind,
    Strength,
    Theme,
    TimeTogether,
    Use,
    WayOfUsing,
    WorkSystem,
)
from fanlight.guide.queries.facts import (
    Characteristic,
    ConcernCategory,
    Dated,
    Fact,
    InclusionPrompt,
    Moment,
    OrganisationKind,
    Route,
    Swap,
    Topic,
)
from fanlight.guide.queries.guide import Guide
from fanlight.guide.queries.learning import (
    Choice,
    Learning,
    LinePlace,
    Party,
    PartyKind,
    Pause,
    PlaceToGo,
    ReviewQuestion,
    ReviewWay,
    Way,
)
from fanlight.guide.queries.loading import load_guide
from fanlight.guide.queries.looking import Signs, WindowKind, WindowPlan
from fanlight.guide.queries.reading import InvalidContent
from fanlight.guide.queries.way_in import Answer, Favour, Question, Reason, Suggestion, sort_ideas

__all__ = [
    "Agenda",
    "AgendaPart",
    "Answer",
    "Card",
    "CardKind",
    "Chapter",
    "Characteristic",
    "Choice",
    "ConcernCategory",
    "Dated",
    "Debrief",
    "DebriefPrompts",
    "EasyReadText",
    "Fact",
    "Favour",
    "Focus",
    "GroundRule",
    "Guide",
    "Idea",
    "InclusionPrompt",
    "InvalidContent",
    "Learning",
    "LinePlace",
    "Measure",
    "MeasureKind",
    "Moment",
    "OrganisationKind",
    "Party",
    "PartyKind",
    "Pause",
    "PlaceToGo",
    "Question",
    "Reading",
    "Reason",
    "ReviewQuestion",
    "ReviewWay",
    "Route",
    "Scene",
    "Setting",
    "Signs",
    "Situation",
    "Source",
    "SourceKind",
    "Strength",
    "Suggestion",
    "Swap",
    "Theme",
    "TimeTogether",
    "Topic",
    "Use",
    "Way",
    "WayOfUsing",
    "WindowKind",
    "WindowPlan",
    "WorkSystem",
    "load_guide",
    "sort_ideas",
]
