"""What somebody with a worry is asked. Almost all of it may be left out."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from fanlight.design.recognisable import in_words, recognisable
from fanlight.speakup.actions.speaking import CleanFile
from fanlight.speakup.cleaning import NotClean
from fanlight.speakup.cleaning.apart import clean_apart
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import NotAReceipt, Receipt, read_receipt

MOST_LETTERS = 12_000
MOST_FILES = 5
QUIET = {"autocomplete": "off", "spellcheck": "false"}
CAN_TELL = "Names, places and dates can tell who you are: leave out what is not needed."

WAYS = [
    (Way.ANONYMOUS.value, "Anonymous. Nobody knows who I am."),
    (Way.CONFIDENTIAL.value, "Confidential. Only the guardian knows who I am."),
    (Way.OPEN.value, "Open. You may say that it was me."),
]


class WordsField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 9, **QUIET})
    says_optional = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MOST_LETTERS, **kwargs)
        self.error_messages["max_length"] = "That is too long for one message. Send the rest as a second one."


class WriteForm(forms.Form):
    """The concern itself, and how the person wants to be known."""

    words = WordsField(
        label="What would you like us to know?",
        help_text="In your own words. It need not be complete, and you need not have proof.",
        error_messages={"required": "Write a few words first. They need not be complete."},
    )
    way = forms.ChoiceField(
        label="How do you want to be known?",
        choices=WAYS,
        widget=forms.RadioSelect,
        initial=Way.ANONYMOUS.value,
    )
    name = forms.CharField(
        label="Your name, and how to reach you",
        help_text="Only if you chose confidential or open. Leave it empty to stay anonymous.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=QUIET),
    )
    as_it_is = forms.BooleanField(required=False, label="Leave it as it is", widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.found: tuple[str, ...] = ()  # what somebody might be known by: a question, not a mistake

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_anonymous = cleaned.get("way") == Way.ANONYMOUS
        if not is_anonymous and "way" in cleaned and not cleaned.get("name"):
            self.add_error("name", "Say how we can call you, or choose to stay anonymous.")
        passages = recognisable(cleaned.get("words", "")) if is_anonymous else ()
        if passages and not cleaned.get("as_it_is"):
            self.found = in_words(passages)
            self.fields["as_it_is"].widget = forms.CheckboxInput()
        return cleaned


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class CleanFilesField(forms.FileField):
    """Up to five files, each cleaned as it comes in. What cannot be cleaned is refused, with the reason."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> tuple[CleanFile, ...]:
        given: list[UploadedFile[Any]] = [
            super(CleanFilesField, self).clean(one, initial) for one in data or []
        ]
        given = [one for one in given if one]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(f"Send up to {MOST_FILES} files at once. You can send more later.")
        return tuple(self._cleaned(number, file) for number, file in enumerate(given, start=1))

    def _cleaned(self, number: int, file: UploadedFile[Any]) -> CleanFile:
        try:
            content, ending = clean_apart(file.read())
        except NotClean as reason:
            raise forms.ValidationError(f"File {number} was not taken: {reason}.") from None
        kind = "picture" if ending in {"jpg", "png"} else "document"
        return CleanFile(f"{kind} {number}.{ending}", content)


class WithFiles(forms.Form):
    """A form that may carry files, and knows if they were too large to be read at all."""

    enclosed = CleanFilesField(
        label="Pictures or documents",
        required=False,
        help_text="Photos, PDF, Word, Excel, PowerPoint or text, 25 MB in all. We take out who made them, "
        "where and when, and give them new names. We cannot take out what they show.",
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, is_too_large: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, files, **kwargs)
        self.is_too_large = is_too_large

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_too_large:
            self.add_error("enclosed", "Together they are larger than 25 MB. Send fewer, or smaller copies.")
        return cleaned


def _short_words(label: str, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, **QUIET})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=2000, widget=widget)


class MoreForm(WithFiles):
    """What may help, and may all be left out."""

    hoped = _short_words("What would you like to happen?")
    known_to = _short_words(
        "Have you told anybody already?", "And what came of it. A role is enough, no name."
    )

    kept_out = forms.MultipleChoiceField(
        label="Is somebody who listens here part of what you are telling us?",
        help_text="Tick their name, and they never see it. Nobody can see that you ticked it.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=(),
    )
    code = forms.ChoiceField(
        label="You will get a code to come back with. How do you like it?",
        choices=[("letters", "26 letters and digits, in groups"), ("words", "Seven words")],
        initial="letters",
        widget=forms.RadioSelect,
    )

    field_order = ("hoped", "known_to", "enclosed", "kept_out", "code")

    def __init__(self, *args: Any, guardians: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kept_out"].choices = guardians  # type: ignore[attr-defined]

    @property
    def in_words(self) -> str:
        """What was answered, to stand below the concern itself."""
        answers = ((self.fields[name].label, self.cleaned_data[name]) for name in ("hoped", "known_to"))
        return "\n\n".join(f"{label}\n{words}" for label, words in answers if words)


class CodeForm(forms.Form):
    """A receipt, typed."""

    code = forms.CharField(
        label="Your code",
        help_text="Capitals, blanks and hyphens do not matter.",
        max_length=120,
        widget=forms.TextInput(attrs={**QUIET, "autocapitalize": "none"}),
    )

    def clean_code(self) -> Receipt:
        try:
            return read_receipt(self.cleaned_data["code"])
        except NotAReceipt as problem:
            raise forms.ValidationError(str(problem)) from None


class SayForm(WithFiles):
    """One more message on the line."""

    words = WordsField(label="Write back", required=False)
    words.says_optional = False  # either words or a file

    field_order = ("words", "enclosed")

    def __init__(self, *args: Any, is_anonymous: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_anonymous:
            self.fields["words"].help_text = f"You are anonymous. {CAN_TELL}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("words") and not cleaned.get("enclosed"):
            self.add_error("words", "Write a few words, or choose a file.")
        return cleaned


class WayForm(forms.Form):
    """Being known in another way from now on."""

    way = forms.ChoiceField(
        label="How do you want to be known from now on?", choices=WAYS, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label="Your name, and how to reach you",
        help_text="Only the guardians of this line can read it.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=QUIET),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("way") not in {None, Way.ANONYMOUS} and not cleaned.get("name"):
            self.add_error("name", "Say how we can call you, or choose to stay anonymous.")
        return cleaned


class FeedbackForm(forms.Form):
    """The one question after closing, in the words in which guardians are asked to put it."""

    would_again = forms.ChoiceField(
        label="Given your experience, would you speak up again?",
        choices=[("yes", "Yes"), ("no", "No"), ("maybe", "Maybe"), ("unsure", "I don’t know")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="A word why", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3, **QUIET})
    )


HARMED = [("no", "No"), ("yes", "Yes"), ("unsure", "I am not sure")]


class CheckInForm(forms.Form):
    """How it has been since."""

    was_harmed = forms.ChoiceField(
        label="Has anybody treated you badly because you spoke up?",
        choices=HARMED,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="What happened, if you like to say",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, **QUIET}),
    )

    def told(self) -> dict[str, Any]:
        """What the guardian is told: whether there was harm, and the answer in words."""
        answer, words = self.cleaned_data["was_harmed"], self.cleaned_data["words"]
        label = dict(HARMED)[answer]
        return {"was_harmed": answer == "yes", "words": f"Treated badly since? {label}. {words}".strip()}


class LetReadForm(forms.Form):
    """Who of those who listen now may read it. Nobody is ticked beforehand."""

    may_read = forms.MultipleChoiceField(
        label="Who may read everything that was said here?",
        help_text="Leave somebody out if they are part of it. They never see it, and nobody can see that you did.",
        widget=forms.CheckboxSelectMultiple,
        choices=(),
        error_messages={"required": "Tick at least one, or leave it sealed as it is."},
    )

    def __init__(self, data: Any = None, *, guardians: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["may_read"].choices = guardians  # type: ignore[attr-defined]


class ReopenForm(forms.Form):
    words = WordsField(label="What should we know now?")
