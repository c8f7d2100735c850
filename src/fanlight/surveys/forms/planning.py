"""What is typed in to set up a round."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField, EnglishTimeField
from fanlight.design.english import day as in_words
from fanlight.design.english import weekday
from fanlight.design.forms import Explained
from fanlight.measure.instruments import Instrument, load, shelf
from fanlight.people.models import Team
from fanlight.surveys.models import Round, Way
from fanlight.surveys.queries import TooSoon, too_soon

PULSE = "fanlight-pulse"
MOST_PULSE_QUESTIONS = 5
USUAL = timedelta(days=14)
LONGEST = timedelta(days=60)
FARTHEST = timedelta(days=366)
WAYS = [
    (way.value, Explained(way.label, hint))
    for way, hint in {
        Way.LINK: "One address for everybody. It cannot stop somebody from answering twice.",
        Way.SLIPS: "A printed code for each person, shuffled and drawn. Every answer then needs one, by whichever way.",
        Way.SHARED_DEVICE: "In the staff room, say. It clears itself after each person.",
        Way.PAPER: "Somebody who does not lead the team types the forms in, each of them twice.",
    }.items()
]
CLOSING_TIME = time(20, 0)  # after the day shift has gone home and before the night shift is busy


def at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def in_pulse(focus: str) -> list[str]:
    """The questions of the pulse that are about a focus."""
    return [item.code for item in load(PULSE).items if focus and item.focus == focus]


def askable() -> list[tuple[str, str]]:
    """The questionnaires that may be asked here."""
    found = [
        instrument for instrument in shelf() if instrument.is_askable and not instrument.is_for_organisations
    ]
    return [
        (instrument.id, Explained(str(instrument.title), _what_it_asks(instrument))) for instrument in found
    ]


def _what_it_asks(instrument: Instrument) -> str:
    if instrument.id == PULSE:
        return f"You choose one to five of {len(instrument.items)} statements. A minute to answer. {instrument.notice}"
    return f"{len(instrument.items)} statements. {instrument.notice}".strip()


def tired_words(near: TooSoon, opens: date) -> str:
    """Why not now, and when."""
    what, verb = near.asking.title, "ended" if near.asking.ends < opens else "ends"
    if near.asking.begins > opens:
        return (
            f"“{what}” begins on {in_words(near.asking.begins)}, soon after. People who are asked too often stop "
            "answering. Choose other days, or tick below."
        )
    return (
        f"“{what}” {verb} on {in_words(near.asking.ends)}. People who are asked too often stop answering: better wait "
        f"until {in_words(near.rested_on)}, and act on what was said meanwhile. Or tick below."
    )


class PlanForm(forms.Form):
    """What to ask, how many people there are, and when."""

    instrument = forms.ChoiceField(label="What do you want to ask?", widget=forms.RadioSelect)
    people = forms.IntegerField(
        label="How many people work in the team?",
        help_text="Everybody who is asked: nights, bank and part-time too. We need the number, never the names.",
        min_value=2,
        max_value=5000,
        error_messages={
            "required": "Say how many people are asked.",
            "invalid": "Type a whole number, such as 24.",
            "min_value": "A round needs at least two people.",
            "max_value": "That is more than a team. Plan a round for each team instead.",
        },
    )
    opens_on = EnglishDateField(
        label="It opens on", error_messages={"required": "Choose the day on which it opens."}
    )
    closes_on = EnglishDateField(
        label="It closes on",
        help_text="At 8 in the evening. Two weeks let everybody have a shift or two.",
        error_messages={"required": "Choose the day on which it closes."},
    )
    ways = forms.MultipleChoiceField(
        label="How may people answer?",
        choices=WAYS,
        initial=[Way.LINK.value],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one way."},
    )

    all_the_same = forms.BooleanField(
        required=False, label="It has to be now: ask all the same", widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, team: Team, focus: str = "", **kwargs: Any) -> None:
        """`focus` is one that the team wants to ask about again: then a pulse is chosen already."""
        super().__init__(*args, **kwargs)
        self.asked = [team]
        self.round: Round | None = None
        self.fields["instrument"].choices = askable()  # type: ignore[attr-defined]
        opens = timezone.localdate()
        if in_pulse(focus):
            self.fields["instrument"].initial = PULSE
            near = too_soon([team], opens, opens + USUAL, is_pulse=True)
            opens = near.rested_on if near else opens
        self.fields["opens_on"].initial = opens
        self.fields["closes_on"].initial = opens + USUAL

    def clean_opens_on(self) -> date:
        day: date = self.cleaned_data["opens_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("That day has passed. Choose today or a later day.")
        if day > timezone.localdate() + FARTHEST:
            raise forms.ValidationError("That is more than a year ahead. Choose an earlier day.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes <= opens:
            self.add_error("closes_on", "It has to close on a day after it opens.")
        elif opens and closes and closes - opens > LONGEST:
            self.add_error(
                "closes_on", "That is more than 60 days. A short round is answered by more people."
            )
        elif opens and closes:
            self._mind_the_rest(opens, closes)
        return cleaned

    @property
    def _is_pulse(self) -> bool:
        chosen = self.round.instrument_id if self.round else self.cleaned_data.get("instrument")
        return bool(chosen == PULSE)

    def _mind_the_rest(self, opens: date, closes: date) -> None:
        """Say so, and ask, if the team has not rested since it was last asked, or is asked again soon after."""
        near = too_soon(self.asked, opens, closes, is_pulse=self._is_pulse, but=self.round)
        if near and not self.cleaned_data.get("all_the_same"):
            self.fields["all_the_same"].widget = forms.CheckboxInput()
            self.add_error("all_the_same", tired_words(near, opens))

    @property
    def is_too_soon(self) -> bool:
        """Whether somebody said that it has to be all the same."""
        return bool(self.cleaned_data.get("all_the_same"))

    @property
    def opens_at(self) -> datetime:
        return at(self.cleaned_data["opens_on"], time(6, 0))

    @property
    def closes_at(self) -> datetime:
        return at(self.cleaned_data["closes_on"], CLOSING_TIME)


class ChangePlanForm(PlanForm):
    """The same for a round that is planned already. What is asked stays: that would be another round."""

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        planned = {
            "people": round.people - (round.sister_people or 0),
            "opens_on": timezone.localdate(round.opens_at),
            "closes_on": timezone.localdate(round.closes_at),
            "ways": round.ways,
        }
        super().__init__(*args, team=round.team, **kwargs)
        del self.fields["instrument"]
        self.asked, self.round = list(round.teams), round
        self.fields["people"].label = f"How many people work in {round.team}?"
        for name, value in planned.items():
            self.fields[name].initial = value

    def clean_opens_on(self) -> date:
        """As before, or as for a new round."""
        day: date = self.cleaned_data["opens_on"]
        return day if day == self.fields["opens_on"].initial else super().clean_opens_on()


class PulseForm(forms.Form):
    """The one to five questions of a pulse."""

    questions = forms.MultipleChoiceField(
        label="Choose one to five",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one question."},
    )

    def __init__(self, *args: Any, focus: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = load(PULSE).items
        self.fields["questions"].initial = in_pulse(focus)
        self.fields["questions"].choices = [(item.code, str(item.wording)) for item in items]  # type: ignore[attr-defined]

    def clean_questions(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["questions"]
        if len(chosen) > MOST_PULSE_QUESTIONS:
            raise forms.ValidationError(
                f"That is {len(chosen)}. A pulse has five at most, so that it stays quick."
            )
        return chosen


class DebriefForm(forms.Form):
    """When and where the team talks about what it hears."""

    day = EnglishDateField(label="Day", error_messages={"required": "Choose a day."})
    hour = EnglishTimeField(label="Time", error_messages={"required": "Choose a time."})
    place = forms.CharField(
        label="Place",
        max_length=120,
        error_messages={"required": "Say where, or how to join by phone or video."},
    )
    facilitator = forms.CharField(
        label="Who leads the talk?",
        max_length=100,
        help_text="Best is somebody whom the team trusts and who does not manage it.",
        error_messages={"required": "Say who leads the talk."},
    )
    second_day = EnglishDateField(
        label="A second day, for those on nights",
        required=False,
        help_text="So that nobody has to come in on a rest day.",
    )
    second_hour = EnglishTimeField(label="A second time", required=False)

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.round, self.initial = round, _booked(round)
        closes = weekday(round.last.closes_at)
        self.fields["day"].help_text = f"The round closes on {closes}. Talk soon after, while it is fresh."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        closes = timezone.localtime(self.round.last.closes_at)
        for name in ("day", "second_day"):
            day = cleaned.get(name)
            if day and day <= closes.date():
                self.add_error(name, f"Choose a day after the round closes, on {closes:%-d/%-m/%Y}.")
            elif day and day > closes.date() + FARTHEST:
                self.add_error(name, "That is more than a year after. Talk sooner, while it is fresh.")
        if bool(cleaned.get("second_day")) != bool(cleaned.get("second_hour")) and not self.errors:
            self.add_error("second_hour", "Give the second meeting a day and a time, or leave both out.")
        return cleaned

    @property
    def at(self) -> datetime:
        return at(self.cleaned_data["day"], self.cleaned_data["hour"])

    @property
    def second_at(self) -> datetime | None:
        day, hour = self.cleaned_data["second_day"], self.cleaned_data["second_hour"]
        return at(day, hour) if day and hour else None


def _booked(round: Round) -> dict[str, Any]:
    """The debrief as it is booked so far."""
    so_far: dict[str, Any] = {"place": round.debrief_place, "facilitator": round.debrief_facilitator}
    times = (("day", "hour", round.debrief_at), ("second_day", "second_hour", round.second_debrief_at))
    for day, hour, when in times:
        if when:
            local = timezone.localtime(when)
            so_far |= {day: local.date(), hour: local.time()}
    return so_far


class ExtendForm(forms.Form):
    """The later day on which a round closes."""

    closes_on = EnglishDateField(label="It closes on", error_messages={"required": "Choose the new day."})

    def clean_closes_on(self) -> date:
        day: date = self.cleaned_data["closes_on"]
        if not timezone.localdate() <= day <= timezone.localdate() + FARTHEST:
            raise forms.ValidationError("Choose a day from today on, within a year.")
        return day

    @property
    def closes_at(self) -> datetime:
        return at(self.cleaned_data["closes_on"], CLOSING_TIME)
