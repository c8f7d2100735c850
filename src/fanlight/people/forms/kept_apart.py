"""Forms that notice when somebody else was quicker, and lose neither text."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from fanlight.design.english import day
from fanlight.people.actions.changed import Changed, version_of
from fanlight.people.forms.plain import PlainForm

UNSEEN = "We cannot tell what you saw when you wrote this. Open the page again, and write it there."


def as_seen(row: object, fields: Iterable[str]) -> dict[str, Any]:
    """What a form begins with: what stands there, and which version that is."""
    return {**{name: getattr(row, name) for name in fields}, "version": version_of(row=row, fields=fields)}


class NoticesOthers(PlainForm):
    """Carries the version that its writer saw. If it is not the latest, both texts are shown and neither is lost."""

    version = forms.IntegerField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), UNSEEN)
    )

    def written(self, fields: Iterable[str]) -> dict[str, Any]:
        """What was typed, and the version over which, as an action takes it."""
        return {name: self.cleaned_data[name] for name in (*fields, "version")}

    def carry_out(self, action: Callable[[], object]) -> bool:
        def watched() -> object:
            try:
                return action()
            except Changed as since:
                self._show(since)
                raise

        return super().carry_out(watched)

    def _show(self, since: Changed) -> None:
        """Say at each field what stands there now, and let the next sending count."""
        for name, theirs in since.now.items():
            if name in self.fields and theirs != self.cleaned_data.get(name):
                self.add_error(name, f"It says now: {self._in_words(name, theirs)}. Yours is kept below.")
        data = cast("QueryDict", self.data).copy()
        data["version"] = str(since.version)
        self.data = data

    def _in_words(self, name: str, theirs: object) -> str:
        if isinstance(theirs, date):
            return f"“{day(theirs)}”"
        if isinstance(theirs, list):
            theirs = "; ".join(theirs)
        field: Any = self.fields[name]
        choices: dict[str, str] = dict(getattr(field, "choices", ()))
        return f"“{choices.get(str(theirs), theirs) or 'nothing'}”"
