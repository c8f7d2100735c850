"""What the first reader says of a comment."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms

from fanlight.design.recognisable import Passage
from fanlight.results.queries import GAP, Judged, blacked_out

SHOW, HIDE, LEAVE_OUT = "show", "hide", "leave-out"
VERDICTS = (
    (SHOW, "Show it as it is"),
    (HIDE, "Show it with some words blacked out"),
    (LEAVE_OUT, "Leave it out"),
)


class JudgeForm(forms.Form):
    """Show, black out, or leave out. Nothing can be added or reworded: the words stay those of whoever wrote them."""

    verdict = forms.ChoiceField(
        label="What will the team see?",
        choices=VERDICTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the team will see of it."},
    )
    found = forms.MultipleChoiceField(
        label="Black these out",
        help_text="We found them; you know better. Take off the tick where they give nobody away.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    also = forms.CharField(
        label="Other words to black out",
        help_text="One passage on each line, exactly as it is written.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    theme = forms.ChoiceField(
        label="What is it about?",
        help_text="It then stands with that part of the results. Go by its words alone.",
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        comment: Judged,
        hints: tuple[Passage, ...],
        themes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        hinted = [hint.words for hint in hints]
        super().__init__(data, initial=_said_before(comment, hinted))
        self.comment, self.hinted = comment, hinted
        self.hidden: tuple[str, ...] = ()
        choices = [(str(at), f"“{hint.words}”, {hint.kind.value}") for at, hint in enumerate(hints)]
        self.fields["found"].choices = choices  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", "Several things, or something else"), *themes.items()]  # type: ignore[attr-defined]
        if not choices:
            del self.fields["found"]
        if not themes:
            del self.fields["theme"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("verdict") == HIDE:
            self._black_out(cleaned)
        return cleaned

    def _black_out(self, cleaned: dict[str, Any]) -> None:
        ticked = [self.hinted[int(at)] for at in cleaned.get("found", ())]
        typed = [line.strip() for line in str(cleaned.get("also", "")).splitlines() if line.strip()]
        for words in typed:
            if blacked_out(self.comment.text, [words]) == self.comment.text:
                self.add_error(
                    "also", f"“{words[:60]}” does not stand in the comment. Copy it as it is written."
                )
        self.hidden = tuple(dict.fromkeys([*ticked, *typed]))
        if not self.hidden:
            self.add_error("also", "Say which words to black out, or show it as it is.")
        elif not re.search(r"\w", blacked_out(self.comment.text, self.hidden).replace(GAP, "")):
            self.add_error("verdict", "Nothing would be left of it. Leave it out instead.")


def _said_before(comment: Judged, hinted: list[str]) -> dict[str, Any]:
    """What the form begins with: what was said before, else every hint ticked."""
    if comment.shown is None:
        return {"found": [str(at) for at in range(len(hinted))]}
    verdict = LEAVE_OUT if not comment.shown else HIDE if comment.hidden else SHOW
    return {
        "verdict": verdict,
        "theme": comment.theme,
        "found": [str(at) for at, words in enumerate(hinted) if words in comment.hidden],
        "also": "\n".join(words for words in comment.hidden if words not in hinted),
    }
