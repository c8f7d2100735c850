"""Many figures at once: pasted or from a file, and handed back as they were shown."""

from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from fanlight.improvement import pasting
from fanlight.improvement.actions import Entry
from fanlight.improvement.models import Measure
from fanlight.people.forms import PlainForm
from fanlight.people.spreadsheet import Unreadable, sheet_lines

MOST_PASTED = 200_000
SALT = "fanlight.improvement.pasted"
LONGEST_OPEN = 24 * 3600  # a shift, and the break in it


class PasteForm(PlainForm):
    """Many figures at once: pasted, or from a file."""

    text = forms.CharField(
        label="Paste the rows here",
        help_text="A date and a figure on each row, straight from a spreadsheet.",
        widget=forms.Textarea,
        required=False,
        max_length=MOST_PASTED,
    )
    file = forms.FileField(label="Or choose a file", help_text="Excel (.xlsx) or CSV.", required=False)

    def __init__(self, data: Any = None, files: Any = None, *, measure: Measure) -> None:
        super().__init__(data, files)
        self.measure = measure
        self.read: pasting.Read | None = None
        if measure.has_size:
            self.fields["text"].help_text = "On each row: a date, how many, and out of how many."
        if measure.is_of_events:
            self.fields["text"].help_text = "On each row: the day on which it happened."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if not self.errors and not text and not file:
            self.add_error("text", "Paste some rows, or choose a file.")
        elif not self.errors:
            try:
                lines = self._sheet(file) if file else pasting.lines_of(text)
                self.read = pasting.read_lines(lines, measure=self.measure, today=timezone.localdate())
            except Unreadable as problem:
                self.add_error("file", str(problem))
        return cleaned

    @staticmethod
    def _sheet(file: "UploadedFile[bytes]") -> Any:
        return sheet_lines(file.name or "", file.read())


def pasted_entries(held: str, measure: Measure) -> list[Entry] | None:
    """The rows that a preview showed, as it showed them; None if they were not signed by us, or too long ago."""
    try:
        found = signing.loads(held, salt=SALT, max_age=LONGEST_OPEN)
    except signing.BadSignature:
        return None
    if found["measure"] != measure.public_id:
        return None
    return [Entry(date.fromisoformat(on), value, out_of) for on, value, out_of in found["rows"]]


def held_entries(measure: Measure, entries: list[Entry]) -> str:
    """The rows, signed, so that they come back as they were shown."""
    rows = [[entry.on.isoformat(), entry.value, entry.out_of] for entry in entries]
    return signing.dumps({"measure": measure.public_id, "rows": rows}, salt=SALT, compress=True)
