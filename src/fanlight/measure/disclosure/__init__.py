"""Disclosure control: decide once what may be shown, attack the decision, keep only what holds.

`release(counted, policy)` is the only way from counts to something that may be shown.
"""

from fanlight.measure.disclosure.again import Ground, NotAgain, Refusal, further_release
from fanlight.measure.disclosure.attack import Attack, Opened, Reach, attack
from fanlight.measure.disclosure.cell import Bounded, PerCent, Reason, Shown, Span, Withheld
from fanlight.measure.disclosure.counted import Composite, Counted, Question, Shape
from fanlight.measure.disclosure.document import DocumentDamaged, from_document
from fanlight.measure.disclosure.group import EVERYBODY, CountsDisagree, Group
from fanlight.measure.disclosure.policy import FLOOR, MINIMUM, Band, Policy, PolicyTooWeak, Threshold
from fanlight.measure.disclosure.release import release
from fanlight.measure.disclosure.released import (
    CompositeResult,
    GroupResult,
    Percentage,
    QuestionResult,
    Released,
)

__all__ = [
    "EVERYBODY",
    "FLOOR",
    "MINIMUM",
    "Attack",
    "Band",
    "Bounded",
    "Composite",
    "CompositeResult",
    "Counted",
    "CountsDisagree",
    "DocumentDamaged",
    "Ground",
    "Group",
    "GroupResult",
    "NotAgain",
    "Opened",
    "PerCent",
    "Percentage",
    "Policy",
    "PolicyTooWeak",
    "Question",
    "QuestionResult",
    "Reach",
    "Reason",
    "Refusal",
    "Released",
    "Shape",
    "Shown",
    "Span",
    "Threshold",
    "Withheld",
    "attack",
    "from_document",
    "further_release",
    "release",
]
