"""An instrument in the making from another program's form, with a note of all that could not come along."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fanlight.measure.instruments.instrument import Instrument
from fanlight.measure.instruments.parsing import CODE, parse
from fanlight.measure.instruments.reading import InvalidInstrument

Texts = dict[str, str]  # the same words, by language


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of another program's form: the instrument, and in words what did not come along."""

    instrument: Instrument
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of another program's form.

    `name` is the code it has there and `weight` the number that stands for it there, if any. `aside` is the
    field of a scale (does_not_apply, rather_not_say) that this answer belongs in, for forms that say so.
    """

    name: str
    label: Texts
    weight: int | None = None
    aside: str | None = None
    called: str | None = None


@dataclass(slots=True)
class Draft:
    """Gathers the tables of a pack; `finish` checks them like any pack's."""

    file: str
    language: str = "en"
    notes: list[str] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    scales: dict[str, dict[str, Any]] = field(default_factory=dict)
    composites: list[dict[str, Any]] = field(default_factory=list)

    def note(self, about: str, words: str) -> None:
        line = f"{about}: {words}"
        if line not in self.notes:
            self.notes.append(line)

    def left_behind(self, about: str, names: Iterable[str]) -> None:
        """Note fields that we have no place for."""
        if names := sorted(names):
            self.note(about, f"not kept: {', '.join(names)}")

    def scale(self, hint: str, answers: Sequence[Answer], extra: Mapping[str, Any], *, about: str) -> str:
        """The id of the scale with these answers, made if there is none yet."""
        table = self._scale_table(answers, about) | dict(extra)
        for scale_id, known in self.scales.items():
            if known == table:
                return scale_id
        scale_id = unused(slug(hint) or "answers", self.scales)
        self.scales[scale_id] = table
        if "favourable" not in table:
            self.note(
                f"scale {scale_id}", "it is not said which answers are good news. Add “favourable” to it."
            )
        return scale_id

    def code_for(self, name: str, *, about: str) -> str:
        """The code of a new item: its name there, if that will do here."""
        code = name if re.fullmatch(CODE, name) else re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-._")[:60]
        code = unused(code or "item", [str(item["code"]) for item in self.items])
        if code != name:
            self.note(about, f"it is called {code} here")
        return code

    def composite(self, hint: str, title: Texts, codes: Sequence[str], *, about: str) -> None:
        """Keep the questions of a group together, if it has at least two."""
        if len(codes) < 2:
            for text in title.values():
                self.note(about, f"its heading is not kept (“{text}”)")
            return
        title = title or {self.language: hint}
        code = unused(slug(hint) or "group", [str(known["code"]) for known in self.composites])
        self.composites.append({"code": code, "title": title, "items": list(codes)})
        self.note(
            about, f"its questions ({', '.join(codes)}) are read together here. Check that this is meant."
        )

    def refuse_if_empty(self) -> None:
        """Raise InvalidInstrument with every reason when there is nothing to ask."""
        if not self.items:
            reasons = "".join(f"\n- {note}" for note in self.notes)
            raise InvalidInstrument(
                f"{self.file}: there is no question in it that Fanlight can ask.{reasons}"
            )

    def finish(self, identity: Mapping[str, Any]) -> Imported:
        """The instrument, checked as any pack is, with the notes."""
        scales = [{"id": scale_id, **table} for scale_id, table in self.scales.items()]
        tables = {"scales": scales, "items": self.items, "composites": self.composites} | dict(identity)
        return Imported(parse(tables, file=self.file), tuple(self.notes))

    def _scale_table(self, answers: Sequence[Answer], about: str) -> dict[str, Any]:
        numbered = list(zip(self._codes(answers, about), answers, strict=True))
        scaled = [
            (code, _option(code, answer, self.language)) for code, answer in numbered if not answer.aside
        ]
        rising = sorted(scaled, key=lambda entry: entry[0])
        if rising != scaled:
            self.note(about, "its answers are put in the order of their codes")
        asides = {a.aside: _option(code, a, self.language) for code, a in numbered if a.aside}
        return {"options": [option for _, option in rising]} | asides

    def _codes(self, answers: Sequence[Answer], about: str) -> list[int]:
        """Numbers for the answers: their own, else their weights, else their places."""
        for numbers in (
            [whole_number(answer.name) for answer in answers],
            [answer.weight for answer in answers],
        ):
            found = [number for number in numbers if number is not None]
            if len(found) == len(set(found)) == len(answers):
                return found
        self.note(about, f"its answers are numbered 1 to {len(answers)} in the order they are listed")
        return list(range(1, len(answers) + 1))


def _option(code: int, answer: Answer, language: str) -> dict[str, Any]:
    option: dict[str, Any] = {"code": code, "label": answer.label or {language: answer.name}}
    name = answer.called or (answer.name if answer.name != str(code) else None)
    return option | ({"name": name} if name else {})


def whole_number(text: str) -> int | None:
    """The number a code spells, if it spells one exactly ("07" is a name, not 7)."""
    return int(text) if re.fullmatch(r"0|-?[1-9][0-9]{0,8}", text) else None


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60].strip("-")


def unused(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number that makes it new."""
    known = {other.casefold() for other in taken}
    candidate, number = name, 2
    while candidate.casefold() in known:
        candidate, number = f"{name}-{number}", number + 1
    return candidate
