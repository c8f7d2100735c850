"""What is typed about an agreed action."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.design.english import capital
from fanlight.guide.queries import Focus, WorkSystem
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import WORK_SYSTEM
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.people.forms import PlainForm, WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers

USUAL = timedelta(weeks=3)
ELEMENTS = [("", "Not sure yet"), *((part.value, capital(WORK_SYSTEM[part])) for part in WorkSystem)]


def focuses() -> list[tuple[str, str]]:
    return [("", "None of them, or several"), *((each.id.value, each.title) for each in the_guide().chapters)]


def cards(focus: Focus | None) -> list[tuple[str, str]]:
    """The conversation cards, those of a focus first if there is one."""
    found = the_guide().cards_for(focus=focus) if focus else the_guide().cards
    return [("", "None"), *((card.slug, card.title) for card in found)]


def clean_look_again(day: date) -> date:
    today = timezone.localdate()
    if day <= today:
        raise forms.ValidationError("Choose a day to come.")
    if day > today + timedelta(days=366):
        raise forms.ValidationError("That is more than a year away. Look again sooner.")
    return day


class ActionForm(WithoutNames, PlainForm):
    """One thing to try. Only the first two lines have to be written; the rest is filled in."""

    MAY_SAY_WHO = frozenset({"who"})

    what = forms.CharField(label="What will you try?", max_length=200)
    first_step = forms.CharField(
        label="The first step, within a week",
        help_text="So small that it can begin on the next shift.",
        max_length=200,
    )
    who = forms.CharField(
        label="Who takes it forward?",
        help_text="A name, or “the team”. Only the team sees this.",
        max_length=100,
        initial="the team",
    )
    look_again_on = EnglishDateField(label="When will you look again?", help_text="Two to six weeks is good.")
    element = forms.ChoiceField(
        label="What in the work does it change?",
        help_text="Changes to tools, tasks and the place last longer than asking people to remember.",
        choices=ELEMENTS,
        required=False,
    )
    focus = forms.ChoiceField(label="Which of the six focuses is it about?", required=False)

    field_order: Iterable[str] = (
        "what",
        "first_step",
        "who",
        "look_again_on",
        "element",
        "focus",
        "as_it_is",
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["focus"].choices = focuses()  # type: ignore[attr-defined]
        self.fields["look_again_on"].initial = timezone.localdate() + USUAL

    def clean_look_again_on(self) -> date:
        return clean_look_again(self.cleaned_data["look_again_on"])

    @property
    def agreed(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        names = ("what", "first_step", "who", "look_again_on", "element", "focus")
        return {name: self.cleaned_data[name] for name in names}


class EditActionForm(ActionForm, NoticesOthers):
    """An action in other words."""

    card = forms.ChoiceField(
        label="Which card did you talk about?", help_text="If one led to it.", required=False
    )

    field_order = ("what", "first_step", "who", "look_again_on", "element", "focus", "card", "as_it_is")

    def __init__(self, data: Any = None, *, action: AgreedAction) -> None:
        names = ("what", "first_step", "who", "look_again_on", "element", "focus", "card", "version")
        initial = {name: getattr(action, name) for name in names}
        super().__init__(data, team=action.team, initial=initial)
        self.fields["card"].choices = cards(action.about)  # type: ignore[attr-defined]
        if action.card and action.card not in dict(self.fields["card"].choices):  # type: ignore[attr-defined]
            self.fields["card"].choices = cards(None)  # type: ignore[attr-defined]
        self.unchanged_day = action.look_again_on

    def clean_look_again_on(self) -> date:
        chosen: date = self.cleaned_data["look_again_on"]
        return chosen if chosen == self.unchanged_day else clean_look_again(chosen)

    @property
    def agreed(self) -> dict[str, Any]:
        more = {name: self.cleaned_data[name] for name in ("card", "version")}
        return {**super().agreed, **more}


class MoveForm(NoticesOthers):
    """One tap on the board: where to, and which version was seen."""

    to = forms.ChoiceField(choices=Progress.choices, widget=forms.HiddenInput)

    @classmethod
    def again(cls, action: AgreedAction, to: Progress) -> "MoveForm":
        """The same wish, now that the writer has seen what the other person did."""
        return cls(initial={"to": to.value, "version": action.version})


class ProgressForm(WithoutNames, NoticesOthers):
    """How an agreed action goes."""

    progress = forms.ChoiceField(label="Where is it now?", choices=Progress.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label="What came of it, or why it is still open",
        help_text="In a sentence, without names. Everybody with the round’s link can read this.",
        max_length=300,
        required=False,
    )
    look_again_on = EnglishDateField(label="When will you look again?")

    field_order = ("progress", "note", "look_again_on", "as_it_is")

    def __init__(self, data: Any = None, *, action: AgreedAction) -> None:
        names = ("progress", "note", "look_again_on", "version")
        initial = {name: getattr(action, name) for name in names}
        self.unchanged_day = action.look_again_on
        if (
            action.look_again_on <= timezone.localdate()
        ):  # the day has come: whoever looks now looks again later
            initial["look_again_on"] = timezone.localdate() + USUAL
        super().__init__(data, team=action.team, initial=initial)
        if action.round is None:
            self.fields["note"].help_text = "In a sentence, without names."

    def clean_look_again_on(self) -> date:
        chosen: date = self.cleaned_data["look_again_on"]
        is_over = self.cleaned_data.get("progress") in {Progress.KEPT, Progress.STOPPED}
        return chosen if is_over or chosen == self.unchanged_day else clean_look_again(chosen)

    @property
    def said(self) -> dict[str, Any]:
        names = ("note", "look_again_on", "version")
        return {
            "progress": Progress(self.cleaned_data["progress"]),
            **{n: self.cleaned_data[n] for n in names},
        }
