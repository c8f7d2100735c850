"""The check by second entry, without keeping the first anywhere.

What was typed first travels in the page that asks for it again, signed so that it comes back as it went. Nothing of a
form is stored before both agree; then it is sealed like every other. If they differ, the rows that do are typed once
more, and what was typed twice counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core import signing

from fanlight.responses.urn import new_ballot
from fanlight.surveys.models import Round

SALT = "fanlight.responses.twice"


@dataclass(frozen=True)
class Entry:
    """Each version of a form that was typed so far (signs, part by part), and what identifies it inside the seal."""

    versions: tuple[Mapping[str, str], ...]
    slip: str
    ballot: str

    @classmethod
    def begun(cls, typed: Mapping[str, str], *, slip: str) -> "Entry":
        return cls((dict(typed),), slip, new_ballot())

    def and_again(self, typed: Mapping[str, str]) -> "Entry":
        return replace(self, versions=(*self.versions, dict(typed)))

    def differing(self, typed: Mapping[str, str]) -> dict[str, str]:
        """The parts in which this agrees with no earlier version, each with the rows in words."""
        return {
            part: _rows(self.versions[-1][part], signs)
            for part, signs in typed.items()
            if all(version[part] != signs for version in self.versions)
        }


def _rows(before: str, now: str) -> str:
    different = [
        f"row {row} was {one} and is now {other}"
        for row, (one, other) in enumerate(zip(before, now, strict=True), start=1)
        if one != other
    ]
    return ", ".join(different)


def packed(entry: Entry, *, round: Round) -> str:
    content = {"versions": list(entry.versions), "slip": entry.slip, "ballot": entry.ballot}
    return signing.dumps(content, salt=f"{SALT}.{round.public_id}", compress=True)


def unpacked(text: str, *, round: Round) -> Entry | None:
    """What was packed; None for anything else."""
    try:
        content = signing.loads(text, salt=f"{SALT}.{round.public_id}")
    except signing.BadSignature:
        return None
    return Entry(tuple(content["versions"]), content["slip"], content["ballot"])
