"""A form for what a team writes down: it asks once about words that may tell who is meant."""

from typing import Any

from django import forms

from fanlight.design.recognisable import Kind, Passage, in_words
from fanlight.people.models import Team
from fanlight.people.queries import gives_away


class WithoutNames(forms.Form):
    """A form that asks once whether a word is somebody's name. It warns; it never blocks.

    A form about patients, or about an event, looks for more: `LOOKS_FOR = frozenset(Kind)`. Fields in
    `MAY_SAY_WHO` are not looked at.
    """

    LOOKS_FOR: frozenset[Kind] = frozenset({Kind.NAME})
    MAY_SAY_WHO: frozenset[str] = frozenset()
    # Said on the page, so that nobody leans on what a pattern cannot do.
    limits = (
        "Before it is kept we look for names. We know your team’s, and find most others. A name that we do not know "
        "may slip through at the start of a line. Please read it once more yourselves."
    )

    as_it_is = forms.BooleanField(
        required=False, label="It tells nobody who is meant, or it may stay", widget=forms.HiddenInput
    )

    def __init__(self, data: Any = None, *, team: Team, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.team = team

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        found = self._found()
        if found and not cleaned.get("as_it_is"):
            self.fields["as_it_is"].widget = forms.CheckboxInput()
            self.add_error("as_it_is", " ".join([*in_words(found), "Say it without, or tick below."]))
        return cleaned

    def _found(self) -> list[Passage]:
        return [each for each in gives_away(self._written(), team=self.team) if each.kind in self.LOOKS_FOR]

    def _written(self) -> str:
        texts = (value for name, value in self.cleaned_data.items() if name not in self.MAY_SAY_WHO)
        return "\n".join(
            "\n".join(text) if isinstance(text, list) else text
            for text in texts
            if isinstance(text, str | list)
        )
