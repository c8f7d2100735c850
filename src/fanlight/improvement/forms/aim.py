"""What is typed about an aim and its tree."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.actions import Aimed
from fanlight.improvement.models import Aim, Branch, BranchKind
from fanlight.improvement.queries import measures_of
from fanlight.people.forms import WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers
from fanlight.people.models import Team


class AimForm(WithoutNames, NoticesOthers):
    """An aim in four parts, each a line."""

    what = forms.CharField(
        label="What will be better?",
        help_text="What somebody would notice, not what you will do. Such as: nights know what the day decided.",
        max_length=140,
    )
    how_much = forms.CharField(
        label="How much better?", help_text="With a number: from 2 nights in 7 to 6 in 7.", max_length=80
    )
    for_whom = forms.CharField(
        label="For whom, or where?", help_text="Such as: everybody on nights.", max_length=100
    )
    by_when = EnglishDateField(label="By when?", help_text="Three to six months is good.")
    measure = forms.ChoiceField(label="Which of your measures tells you?", required=False)

    field_order = ("what", "how_much", "for_whom", "by_when", "measure", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team, aim: Aim | None = None) -> None:
        initial: dict[str, Any] = {"version": 1}
        if aim:
            names = ("what", "how_much", "for_whom", "by_when", "version")
            initial = {name: getattr(aim, name) for name in names}
            initial["measure"] = aim.measure.public_id if aim.measure else ""
        super().__init__(data, team=team, initial=initial)
        self.measures = {measure.public_id: measure for measure in measures_of(team)}
        choices = [("", "None yet"), *((name, measure.name) for name, measure in self.measures.items())]
        self.fields["measure"].choices = choices  # type: ignore[attr-defined]
        self.day_before = aim.by_when if aim else None

    def clean_by_when(self) -> date:
        by_when: date = self.cleaned_data["by_when"]
        if by_when <= timezone.localdate() and by_when != self.day_before:
            raise forms.ValidationError("Choose a day to come.")
        return by_when

    @property
    def aimed(self) -> Aimed:
        said = self.cleaned_data
        names = ("what", "how_much", "for_whom", "by_when")
        return Aimed(**{name: said[name] for name in names}, measure=self.measures.get(said["measure"]))


class EndAimForm(WithoutNames, NoticesOthers):
    """What came of an aim."""

    came_of_it = forms.CharField(
        label="What came of it?",
        help_text="In a sentence or two: what is different now, and what you would tell another team.",
        max_length=400,
        widget=forms.Textarea,
    )

    field_order = ("came_of_it", "as_it_is")

    def __init__(self, data: Any = None, *, aim: Aim) -> None:
        initial = {"came_of_it": aim.came_of_it, "version": aim.version}
        super().__init__(data, team=aim.team, initial=initial)

    @property
    def ended(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("version", "came_of_it")}


EMPTY = "Say it in a few words."


class BranchForm(WithoutNames, NoticesOthers):
    """A box of the tree: in one's own words, or one of the guide's ideas."""

    kind = forms.ChoiceField(label="What is it?", choices=BranchKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="In a few words", max_length=120, required=False)
    idea = forms.ChoiceField(label="Or take one of the guide’s ideas", required=False)

    field_order = ("kind", "words", "idea", "as_it_is")

    def __init__(
        self, data: Any = None, *, aim: Aim, under: Branch | None, branch: Branch | None = None
    ) -> None:
        initial: dict[str, Any] = {"version": 1}
        if branch:
            initial = {"words": branch.words, "version": branch.version}
        super().__init__(data, team=aim.team, initial=initial)
        self._choose_fields(under, branch)

    def _choose_fields(self, under: Branch | None, branch: Branch | None) -> None:
        """A first driver can only be a driver; under a second one there are only ideas; words alone can be changed."""
        guide = the_guide()
        titles = {chapter.id: chapter.title for chapter in guide.chapters}
        ideas = [(idea.slug, f"{titles[idea.focus]}: {idea.title}") for idea in guide.ideas]
        self.fields["idea"].choices = [("", "No, our own words"), *ideas]  # type: ignore[attr-defined]
        self.ideas = {idea.slug: idea.title for idea in guide.ideas}
        only = BranchKind.DRIVER if under is None else BranchKind.IDEA if under.under_id else None
        if only or branch:
            del self.fields["kind"]
            self.only = only
        if branch or only is BranchKind.DRIVER:
            del self.fields["idea"]
            self.fields["words"].required = True
            self.fields["words"].error_messages["required"] = EMPTY
        self.fields["words"].help_text = {
            BranchKind.DRIVER: "What has to be right for the aim to come true. Such as: the note is where people look.",
            BranchKind.IDEA: "Something you could try. Such as: print it on the handover sheet.",
        }.get(only, "") if only else "Such as: everybody knows where it is."  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("words") and not cleaned.get("idea") and "words" not in self.errors:
            self.add_error("words", EMPTY)
        return cleaned

    @property
    def branched(self) -> dict[str, Any]:
        said = self.cleaned_data
        idea = said.get("idea", "")
        kind = BranchKind.IDEA if idea else BranchKind(said["kind"]) if "kind" in self.fields else self.only
        return {"kind": kind, "words": said["words"] or self.ideas[idea][:120], "idea": idea}
