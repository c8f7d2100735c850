"""What is typed in about a window, a theme and a huddle."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.design.lines import Lines
from fanlight.design.recognisable import Kind
from fanlight.guide.queries import Focus
from fanlight.guide.queries import WorkSystem as Element
from fanlight.guide.queries.here import the_guide
from fanlight.people.forms import WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers, as_seen
from fanlight.people.models import Team
from fanlight.people.queries import first_about_somebody
from fanlight.windows.actions import ANSWERED, PLANNED, SAID, TOLD
from fanlight.windows.models import Huddle, Note, SentOn, Shift, Theme, Window

INSTEAD = "Say what happens in the work, whoever is there."

# Each part of the work system, with what belongs to it, so that nobody needs the word "SEIPS".
ELEMENTS = {
    Element.PEOPLE: "People: how many, with which skills, how rested",
    Element.TASKS: "Tasks: what there is to do, in which order, how often interrupted",
    Element.TOOLS_AND_TECHNOLOGY: "Tools and technology: kit, forms, computers, phones",
    Element.ORGANISATION: "How work is organised: rotas, rules, handovers, who decides",
    Element.INTERNAL_ENVIRONMENT: "The place: rooms, noise, light, where things are kept",
    Element.EXTERNAL_ENVIRONMENT: "The world outside: other services, suppliers, families, funding",
}


class AboutTheWork(WithoutNames):
    """What is noted is about the work. A line about one person is refused; what might tell who is asked about once."""

    LOOKS_FOR = frozenset(Kind)
    limits = (
        "No note is about a person, and nobody is named. We refuse the names of your team, and ask about what else "
        "looks like a name, a bed or a date. We can’t see everything: please read it once more. For praise there is "
        "“Say thank you”."
    )

    def clean(self) -> dict[str, Any]:
        for field, value in list(self.cleaned_data.items()):
            lines = [value] if isinstance(value, str) else value
            if field not in self.MAY_SAY_WHO and isinstance(lines, list):
                self._refuse_persons(field, lines)
        return super().clean()

    def _refuse_persons(self, field: str, lines: list[str]) -> None:
        if found := first_about_somebody(lines, team=self.team):
            line, who = found
            self.add_error(field, f"“{line}” is about a person (“{who}”). {INSTEAD}")


def not_to_come(day: date) -> date:
    if day > timezone.localdate():
        raise forms.ValidationError("That day is still to come.")
    return day


class PlanForm(AboutTheWork):
    """A window to be held."""

    MAY_SAY_WHO = frozenset({"who"})

    where = forms.CharField(
        label="Where, or which piece of work?",
        help_text="Such as “the evening drug round” or “the front desk on Monday mornings”. Never a person.",
        max_length=120,
    )
    planned_on = EnglishDateField(label="On which day?")
    who = forms.CharField(
        label="Who goes?",
        help_text="Names, or “two of the night staff”. Only the team sees this.",
        max_length=100,
        required=False,
    )

    field_order = ("where", "planned_on", "who", "as_it_is")

    def clean_planned_on(self) -> date:
        day: date = self.cleaned_data["planned_on"]
        if day > timezone.localdate() + timedelta(days=366):
            raise forms.ValidationError("That is more than a year away. Look sooner.")
        return day


class MoveForm(PlanForm, NoticesOthers):
    """Another day, another place, somebody else; two who write at once see both."""

    @classmethod
    def of(cls, window: Window, data: Any = None) -> "MoveForm":
        return cls(data, team=window.team, initial=as_seen(window, PLANNED))


class SeenForm(AboutTheWork):
    """What was seen through a window."""

    held_on = EnglishDateField(label="When did you look?")
    well = Lines(
        label="What goes well, and what makes it so",
        help_text="One thing on each line, in a few words. No names, no bed numbers, no times.",
        required=False,
    )
    hard = Lines(
        label="What makes the work hard",
        help_text="One thing on each line. Say what happens, not who does it.",
        required=False,
    )

    field_order = ("held_on", "well", "hard", "as_it_is")

    def clean_held_on(self) -> date:
        return not_to_come(self.cleaned_data["held_on"])

    @classmethod
    def of(cls, window: Window, data: Any = None) -> "SeenForm":
        return cls(data, team=window.team, initial={"held_on": window.held_on or timezone.localdate()})


class ThemeForm(AboutTheWork):
    """What several notes say together."""

    words = forms.CharField(label="What do they say, in one sentence?", max_length=160)
    focus = forms.ChoiceField(label="Which focus is it most about?", widget=forms.RadioSelect)
    element = forms.ChoiceField(
        label="Which part of the work does it sit in?",
        help_text="This helps to change the work, and not only to ask people to try harder.",
        widget=forms.RadioSelect,
        choices=[(element.value, words) for element, words in ELEMENTS.items()],
    )

    field_order: Any = ("notes", "join", "words", "focus", "element", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team, **kwargs: Any) -> None:
        super().__init__(data, team=team, **kwargs)
        titles = [(chapter.id.value, chapter.title) for chapter in the_guide().chapters]
        self.fields["focus"].choices = titles  # type: ignore[attr-defined]

    def clean_focus(self) -> Focus | None:
        chosen = self.cleaned_data["focus"]
        return Focus(chosen) if chosen else None

    def clean_element(self) -> Element | None:
        chosen = self.cleaned_data["element"]
        return Element(chosen) if chosen else None


class ChangeThemeForm(ThemeForm, NoticesOthers):
    goes_well = forms.BooleanField(label="This goes well: we want more of it", required=False)

    field_order = ("words", "focus", "element", "goes_well", "as_it_is")

    @classmethod
    def of(cls, theme: Theme, data: Any = None) -> "ChangeThemeForm":
        return cls(data, team=theme.team, initial=as_seen(theme, SAID))


class GatherForm(ThemeForm):
    """Notes that belong together: they join a theme that there is, or make a new one."""

    notes = forms.MultipleChoiceField(
        label="Which of these belong together?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick the notes that belong together. One alone is enough."},
    )
    join = forms.ChoiceField(label="Do they belong to a theme that you have?", required=False)

    def __init__(
        self, data: Any = None, *, team: Team, loose: list[Note], themes: list[Theme], **kwargs: Any
    ) -> None:
        super().__init__(data, team=team, **kwargs)
        self.by_id = {note.public_id: note for note in loose}
        self.themes = {theme.public_id: theme for theme in themes}
        self.fields["notes"].choices = [(note.public_id, note.words) for note in loose]  # type: ignore[attr-defined]
        self._offer_themes(themes)

    def _offer_themes(self, themes: list[Theme]) -> None:
        if not themes:
            del self.fields["join"]
            return
        words = [(theme.public_id, theme.words) for theme in themes]
        self.fields["join"].choices = [("", "No, it is a new one"), *words]  # type: ignore[attr-defined]
        joins = bool(self.data.get(self.add_prefix("join")))
        for name in ("words", "focus", "element"):
            self.fields[name].required = not joins

    @property
    def chosen(self) -> list[Note]:
        return [self.by_id[public_id] for public_id in self.cleaned_data["notes"]]

    @property
    def joined(self) -> Theme | None:
        return self.themes.get(self.cleaned_data.get("join", ""))


class EarlierForm(forms.Form):
    """A huddle that was held, and that nobody tapped."""

    held_on = EnglishDateField(label="On which day?", help_text="Of a night: the day on which it began.")
    shift = forms.ChoiceField(label="On which shift?", choices=Shift.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"held_on": timezone.localdate() - timedelta(days=1)})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, shift = cleaned.get("held_on"), cleaned.get("shift")
        if day and day < timezone.localdate() - timedelta(days=366):
            self.add_error("held_on", "That is more than a year ago. The log is of this year.")
        elif day and shift and day > Shift(shift).last_begun(timezone.localtime()):
            self.add_error("held_on", "That huddle is still to come.")
        return cleaned

    @property
    def held(self) -> dict[str, Any]:
        return {"held_on": self.cleaned_data["held_on"], "shift": Shift(self.cleaned_data["shift"])}


class HuddleForm(AboutTheWork, NoticesOthers):
    """What a huddle was about."""

    people = forms.IntegerField(
        label="How many came?",
        help_text="A number, never a list of names.",
        min_value=0,
        max_value=500,
        required=False,
    )
    topics = Lines(
        label="What did you talk about?",
        help_text="A word or two on each line: falls, short of pumps, two new starters.",
        required=False,
    )

    field_order = ("people", "topics", "as_it_is")

    @classmethod
    def of(cls, huddle: Huddle, data: Any = None) -> "HuddleForm":
        initial = {**as_seen(huddle, TOLD), "topics": "\n".join(huddle.topics)}
        return cls(data, team=huddle.team, initial=initial)


class SendOnForm(AboutTheWork):
    """A worry that goes to somebody who can do more about it."""

    MAY_SAY_WHO = frozenset({"to"})

    words = forms.CharField(label="What do you send on?", max_length=200)
    to = forms.CharField(
        label="To whom?",
        help_text="A job or a department, such as “estates” or “the site manager”.",
        max_length=100,
    )

    field_order = ("words", "to", "as_it_is")


class AnswerForm(AboutTheWork, NoticesOthers):
    """What came back."""

    answer = forms.CharField(
        label="What was the answer?",
        help_text="In a sentence. “No” is an answer too, if it says why.",
        max_length=200,
    )
    answered_on = EnglishDateField(label="When did it come?")

    field_order = ("answer", "answered_on", "as_it_is")

    @classmethod
    def of(cls, sent: SentOn, data: Any = None) -> "AnswerForm":
        initial = {**as_seen(sent, ANSWERED), "answered_on": sent.answered_on or timezone.localdate()}
        return cls(data, team=sent.huddle.team, initial=initial)

    def clean_answered_on(self) -> date:
        return not_to_come(self.cleaned_data["answered_on"])
