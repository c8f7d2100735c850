"""What guardians type: their passphrase, and what they do with a concern."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.guide.queries.here import the_guide
from fanlight.people.forms.kept_apart import NoticesOthers, as_seen
from fanlight.speakup.access import OpenConcern
from fanlight.speakup.actions.guarding import ABOUT
from fanlight.speakup.forms.speaking import HARMED, QUIET, WordsField
from fanlight.speakup.sealing.casefile import GROUPS, Came
from fanlight.speakup.sealing.ledger import Way

SHORTEST_PASSPHRASE = 16


def passphrase_field(label: str, *, is_new: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=300,
        help_text=f"{SHORTEST_PASSPHRASE} characters or more. Five words that do not belong together are good."
        if is_new
        else "",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password" if is_new else "current-password"}),
    )


class PassphraseForm(forms.Form):
    """Opening one's keys."""

    passphrase = passphrase_field("Your passphrase")


class NewPassphraseForm(forms.Form):
    """Choosing a passphrase, twice, because nobody can bring it back."""

    passphrase = passphrase_field("A passphrase", is_new=True)
    again = passphrase_field("The same once more")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        passphrase, again = cleaned.get("passphrase", ""), cleaned.get("again", "")
        if passphrase and len(passphrase) < SHORTEST_PASSPHRASE:
            self.add_error(
                "passphrase", f"Make it {SHORTEST_PASSPHRASE} characters or longer: several words."
            )
        elif passphrase and again and passphrase.split() != again.split():
            self.add_error("again", "The two are not the same. Type both again.")
        return cleaned


class BeginForm(NewPassphraseForm):
    understood = forms.BooleanField(label="I have written it down where only I can find it")


class ComeBackForm(NewPassphraseForm):
    """A new passphrase with the code that the holder of the spare key has told."""

    code = forms.CharField(
        label="The code you were told", max_length=120, widget=forms.TextInput(attrs=QUIET)
    )

    field_order = ("code", "passphrase", "again")


class AnswerForm(forms.Form):
    words = WordsField(label="Your answer")


class AboutForm(NoticesOthers):
    """What it is about. Several kinds at once are usual."""

    categories = forms.MultipleChoiceField(
        label="What is it about?", required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    group = forms.ChoiceField(label="Who spoke up?", choices=list(GROUPS.items()))
    theme = forms.CharField(
        label="A theme in a few words",
        help_text="The same words for what belongs together, such as “night staffing”.",
        required=False,
        max_length=80,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.id, kind.title) for kind in the_guide().categories if kind.id != "anonymous"]
        self.fields["categories"].choices = kinds  # type: ignore[attr-defined]

    @classmethod
    def of(cls, opened: OpenConcern, data: Any = None) -> "AboutForm":
        case = opened.guarded
        return cls(data, initial={**as_seen(case, ABOUT), "categories": sorted(case.categories)})


class ConsentForm(forms.Form):
    recipient = forms.CharField(label="With whom?", max_length=120, help_text="A name or a role.")
    purpose = forms.CharField(label="For what?", max_length=200)
    is_given = forms.ChoiceField(
        label="What did the person say?",
        choices=[("yes", "Yes, this may be shared"), ("no", "No")],
        widget=forms.RadioSelect,
    )

    def clean_is_given(self) -> bool:
        return bool(self.cleaned_data["is_given"] == "yes")


class ShareForm(forms.Form):
    """Only what the person agreed to can be chosen."""

    consent = forms.ChoiceField(label="Under which consent?", choices=())
    words = WordsField(
        label="What you hand on, in your own words", help_text="Leave out what they do not need."
    )

    def __init__(self, *args: Any, opened: OpenConcern, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given = [one for one in opened.guarded.consents if one.is_given]
        self.has_choice = bool(self.given)
        choices = [(str(place), f"{one.recipient}: {one.purpose}") for place, one in enumerate(self.given)]
        self.fields["consent"].choices = choices  # type: ignore[attr-defined]

    def handed(self) -> dict[str, str]:
        consent = self.given[int(self.cleaned_data["consent"])]
        return {
            "recipient": consent.recipient,
            "purpose": consent.purpose,
            "words": self.cleaned_data["words"],
        }


class ActionForm(forms.Form):
    what = forms.CharField(label="What will be done?", max_length=200)
    owner = forms.CharField(label="Who sees to it?", max_length=100)
    due = EnglishDateField(label="By when?")

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < timezone.localdate():
            raise forms.ValidationError("Choose a day to come.")
        return due


class NoteForm(forms.Form):
    words = WordsField(label="Your note", help_text="The person never sees it.")


class AfterForm(forms.Form):
    """What the person said when the guardian asked how it has been."""

    was_harmed = forms.ChoiceField(
        label="Were they treated badly for speaking up?", choices=HARMED, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What they said",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, **QUIET}),
    )

    def clean_was_harmed(self) -> bool:
        return bool(self.cleaned_data["was_harmed"] == "yes")


class CloseForm(forms.Form):
    words = WordsField(
        label="What came of it",
        help_text="The person reads this: what was done, what was not, and why.",
    )
    learning = forms.CharField(
        label="What was learnt",
        help_text="For the guardians’ own reports. Without names.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, **QUIET}),
    )


class ButtonForm(forms.Form):
    """Only a button, and none while it would be refused."""

    def __init__(self, data: Any = None, *, has_choice: bool) -> None:
        super().__init__(data)
        self.has_choice = has_choice


class TypeInForm(forms.Form):
    """A concern that was heard, not typed."""

    came = forms.ChoiceField(
        label="How did you hear it?",
        choices=[
            (Came.PERSON.value, "In person"),
            (Came.TELEPHONE.value, "By telephone"),
            (Came.LETTER.value, "By letter or e-mail"),
        ],
        widget=forms.RadioSelect,
    )
    words = WordsField(label="What they said", help_text="As near to their own words as you can.")
    way = forms.ChoiceField(
        label="How do they want to be known?",
        choices=[
            (Way.CONFIDENTIAL.value, "Confidential"),
            (Way.OPEN.value, "Open"),
            (Way.ANONYMOUS.value, "Anonymous"),
        ],
        widget=forms.RadioSelect,
        initial=Way.CONFIDENTIAL.value,
    )
    name = forms.CharField(label="Their name, and how to reach them", required=False, max_length=200)
    kept_out = forms.MultipleChoiceField(
        label="Is somebody else who listens here part of it?",
        help_text="Tick their name, and they never see it.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=(),
    )
    group = forms.ChoiceField(label="Who spoke up?", choices=list(GROUPS.items()), initial="unknown")
    token = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # so that it is kept once, if sent twice

    def __init__(self, data: Any = None, *, others: list[tuple[str, str]], token: str) -> None:
        super().__init__(data, initial={"token": token})
        if others:
            self.fields["kept_out"].choices = others  # type: ignore[attr-defined]
        else:
            del self.fields["kept_out"]
