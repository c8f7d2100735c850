"""What guardians type about their desk: people, keys, time away, the return."""

from typing import Any

from django import forms

from fanlight.speakup.models import Post

Named = list[tuple[str, str]]


class HolderForm(forms.Form):
    """Somebody who holds keys at this desk."""

    holder = forms.ChoiceField(label="Who?", widget=forms.RadioSelect, choices=())

    def __init__(self, data: Any = None, *, holders: Named) -> None:
        super().__init__(data)
        self.has_choice = bool(holders)
        self.fields["holder"].choices = holders  # type: ignore[attr-defined]


class LetInForm(HolderForm):
    post = forms.ChoiceField(
        label="As what?",
        widget=forms.RadioSelect,
        choices=[
            (Post.GUARDIAN.value, "Guardian: new concerns are sealed to them"),
            (Post.DEPUTY.value, "Deputy: new concerns are sealed to them while somebody is away"),
            (Post.SPARE.value, "Keeper of a spare key: can help a guardian back in, hears nothing"),
        ],
    )


class AwayForm(forms.Form):
    """Who hears new concerns in the meantime."""

    cover = forms.MultipleChoiceField(
        label="Who covers for you?",
        help_text="Other guardians hear new concerns anyway.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=(),
        error_messages={"required": "Somebody has to listen while you are away. Tick at least one."},
    )

    def __init__(self, data: Any = None, *, deputies: Named, others_hear: bool) -> None:
        super().__init__(data)
        self.has_choice = bool(deputies) or others_hear
        if not deputies:
            del self.fields["cover"]
            return
        cover = self.fields["cover"]
        cover.choices = deputies  # type: ignore[attr-defined]
        if not others_hear:
            cover.required, cover.help_text = True, "No other guardian is here at the moment."


class QuarterForm(forms.Form):
    """Which quarter."""

    quarter = forms.ChoiceField(label="Which quarter?", choices=())

    def __init__(self, data: Any = None, *, quarters: Named) -> None:
        super().__init__(data)
        self.fields["quarter"].choices = quarters  # type: ignore[attr-defined]


class LessonForm(forms.Form):
    """A theme that is offered to everybody's learning."""

    theme = forms.ChoiceField(label="Which theme?", choices=())
    words = forms.CharField(
        label="What everybody may learn from it",
        help_text="In a sentence, without a case: nobody should know themselves or anybody else again.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, themes: list[str]) -> None:
        super().__init__(data)
        self.fields["theme"].choices = [(theme, theme) for theme in themes]  # type: ignore[attr-defined]
