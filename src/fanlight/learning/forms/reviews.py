"""What is typed in a learning review."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from fanlight.design.english import capital
from fanlight.design.lines import Lines, OneLine
from fanlight.guide.queries import ReviewQuestion
from fanlight.guide.queries import WorkSystem as Element
from fanlight.guide.queries.words import WORK_SYSTEM
from fanlight.learning.actions import DESCRIBED
from fanlight.learning.forms.about import AboutAnEvent
from fanlight.learning.models import Line, Recorded, Review, Touch
from fanlight.people.forms import PlainForm
from fanlight.people.forms.kept_apart import NoticesOthers, as_seen
from fanlight.people.models import Team
from fanlight.people.queries import Seat

NOWHERE = "nowhere"
ELEMENTS = [(NOWHERE, "Not on the map"), *((part.value, capital(WORK_SYSTEM[part])) for part in Element)]


class BeginForm(AboutAnEvent):
    """The first three things."""

    MAY_SAY_WHO = frozenset({"reference", "who_was_there"})

    title = OneLine(
        label="What piece of work is it about?",
        help_text="Such as “Moving somebody to another ward at night”. No names, no bed, no date.",
        max_length=120,
    )
    recorded = forms.ChoiceField(
        label="Is it in your incident system?",
        help_text="This page is no record of an incident. Record it there first.",
        choices=Recorded.choices,
        widget=forms.RadioSelect,
    )
    reference = OneLine(
        label="Its number there",
        help_text="So that the two can be found together.",
        max_length=40,
        required=False,
    )
    who_was_there = OneLine(
        label="Which jobs are in the talk?",
        help_text="Such as “two nurses, a porter, the night doctor”. Jobs, never names.",
        max_length=200,
        required=False,
    )

    field_order: Iterable[str] = ("title", "recorded", "reference", "who_was_there", "as_it_is")


class DescribeForm(BeginForm, NoticesOthers):
    """What stands at the top, changed later."""

    MAY_SAY_WHO = frozenset({"reference", "who_was_there", "who_was_missing"})

    who_was_missing = OneLine(
        label="Whose voice was missing, and how will you hear it?",
        help_text="Nights, bank staff, another team, the patient or the family.",
        max_length=200,
        required=False,
    )

    field_order = ("title", "recorded", "reference", "who_was_there", "who_was_missing", "as_it_is")

    @classmethod
    def of(cls, review: Review, data: Any) -> "DescribeForm":
        return cls(data, team=review.team, initial=as_seen(review, DESCRIBED))


class LinesForm(AboutAnEvent):
    """What was said to one question."""

    lines = Lines(
        label="One thought on each line", most=20, required=False
    )  # empty takes off what stood there
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ("lines", "seen", "as_it_is")
    MAY_SAY_WHO = frozenset({"seen"})

    def __init__(
        self, data: Any = None, *, question: ReviewQuestion, said: Sequence[Line], team: Team
    ) -> None:
        initial = {
            "lines": "\n".join(line.words for line in said),
            "seen": ".".join(line.public_id for line in said),
        }
        super().__init__(data, team=team, initial=initial)
        self.fields["lines"].help_text = f"{question.hint} No names of anybody."

    def clean_seen(self) -> frozenset[str]:
        return frozenset(str(self.cleaned_data["seen"]).split("."))


class SortForm(PlainForm):
    """For each line, its place on the map and what it did."""

    def __init__(self, data: Any = None, *, lines: Sequence[Line]) -> None:
        super().__init__(data)
        self.lines = tuple(lines)
        for line in self.lines:
            self.fields[f"element_{line.public_id}"] = forms.ChoiceField(
                label="Which part of the work?",
                choices=ELEMENTS,
                initial=line.element or NOWHERE,
                show_hidden_initial=True,
            )
            self.fields[f"touch_{line.public_id}"] = forms.ChoiceField(
                label="What did it do?", choices=Touch.choices, initial=line.touch, show_hidden_initial=True
            )

    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each line with its two fields, for the template."""
        return [
            (line.words, self[f"element_{line.public_id}"], self[f"touch_{line.public_id}"])
            for line in self.lines
        ]

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """Of the lines that were moved: what a colleague moved meanwhile stays where they put it."""
        moved = {name.partition("_")[2] for name in self.changed_data}
        return {
            line.public_id: (
                self.cleaned_data[f"element_{line.public_id}"].replace(NOWHERE, ""),
                self.cleaned_data[f"touch_{line.public_id}"],
            )
            for line in self.lines
            if line.public_id in moved
        }


class PracticeForm(AboutAnEvent):
    """One step of the work, twice."""

    as_imagined = OneLine(
        label="How it is meant to be done", help_text="As the plan or the policy has it.", max_length=240
    )
    as_done = OneLine(
        label="How it is done", help_text="On an ordinary day, as you all know it.", max_length=240
    )
    sense = OneLine(label="What makes that way make sense?", max_length=240, required=False)

    field_order = ("as_imagined", "as_done", "sense", "as_it_is")


class GuestForm(PlainForm):
    """Whom to ask to read it."""

    who = forms.ChoiceField(label="Whom would you like to ask?", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, seats: Sequence[Seat]) -> None:
        super().__init__(data)
        self.users = {seat.user.public_id: seat.user for seat in seats}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (seat.user.public_id, f"{seat.user.name}, {seat.roles[0].label.lower()}") for seat in seats
        ]

    @property
    def user(self) -> Any:
        return self.users[self.cleaned_data["who"]]
