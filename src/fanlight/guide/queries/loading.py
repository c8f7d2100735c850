"""Read the content's files, ours first and then the operator's, and check that the whole holds together."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from fanlight.guide.queries.checking import check
from fanlight.guide.queries.debriefing import Agenda, Debrief, DebriefPrompts, EasyReadText, GroundRule
from fanlight.guide.queries.entries import (
    Card,
    Chapter,
    Focus,
    Idea,
    Reading,
    Situation,
    Source,
    Theme,
    WayOfUsing,
)
from fanlight.guide.queries.facts import Characteristic, ConcernCategory, Fact, InclusionPrompt, Route, Swap
from fanlight.guide.queries.guide import Guide
from fanlight.guide.queries.learning import Choice, Learning, Party, Pause, PlaceToGo, Way
from fanlight.guide.queries.looking import Signs, WindowPlan
from fanlight.guide.queries.reading import Entry, InvalidContent, Place, build
from fanlight.guide.queries.way_in import Question

CONTENT = Path(str(resources.files("fanlight.guide").joinpath("content")))


@lru_cache(maxsize=8)
def load_guide(*, overrides: Path | None = None) -> Guide:
    """The guide, checked; read once.

    `overrides` is a folder of the operator's with files named as ours (`facts.toml`, `sources/…`). An entry
    with an id or slug of ours replaces it, any other is added. Raises InvalidContent naming file and field.
    """
    folders = (CONTENT,) if overrides is None else (CONTENT, overrides)
    if overrides is not None:
        _refuse_strange_files(overrides)
    shelf = Shelf(folders)
    guide = Guide(
        chapters=tuple(shelf.chapter(focus) for focus in Focus),
        cards=tuple(card for focus in Focus for card in shelf.cards(focus)),
        ideas=tuple(idea for focus in Focus for idea in shelf.ideas(focus)),
        themes=shelf.entries("themes.toml", "themes", Theme),
        uses=shelf.entries("uses.toml", "uses", WayOfUsing),
        sources=shelf.entries("sources/*.toml", "sources", Source),
        facts=shelf.entries("facts.toml", "facts", Fact),
        routes=shelf.entries("routes.toml", "routes", Route),
        categories=shelf.entries("categories.toml", "categories", ConcernCategory),
        characteristics=shelf.entries("characteristics.toml", "characteristics", Characteristic),
        inclusion=shelf.entries("inclusion.toml", "prompts", InclusionPrompt),
        swaps=shelf.entries("language.toml", "swaps", Swap),
        questions=shelf.entries("way_in.toml", "questions", Question),
        debrief=shelf.debrief(),
        learning=shelf.learning(),
        easy_read=shelf.entries("easy_read/*.toml", "texts", EasyReadText),
        windows=shelf.entries("windows.toml", "windows", WindowPlan),
        signs=shelf.entries("look_for.toml", "signs", Signs),
    )
    check(guide)
    return guide


def _refuse_strange_files(overrides: Path) -> None:
    if not overrides.is_dir():
        raise InvalidContent(f"{overrides}: there is no such folder")
    ours = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.*")}
    open_folders = {"sources", "easy_read", *(f"{focus.value}/ideas" for focus in Focus)}
    for path in sorted(path for path in overrides.rglob("*") if path.is_file()):
        name = path.relative_to(overrides)
        if name.as_posix() not in ours and name.parent.as_posix() not in open_folders:
            raise InvalidContent(
                f"{name.as_posix()}: no file of the guide has this name; nothing would read it"
            )


class Shelf:
    """The folders of content, read as one: a later folder's entry replaces one with the same key."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def files(self, pattern: str) -> Iterator[tuple[str, Path]]:
        for folder in self.folders:
            for path in sorted(folder.glob(pattern)):
                yield path.relative_to(folder).as_posix(), path

    def entries(self, pattern: str, name: str, cls: type[Entry], **given: object) -> tuple[Entry, ...]:
        """Entries of the list `name` in all files of this pattern; within a folder each key stands in one file only."""
        found: dict[object, Entry] = {}
        stands_in: dict[tuple[Path, object], str] = {}
        for file, path in self.files(pattern):
            content = _toml(file, path)
            if set(content) != {name}:
                raise InvalidContent(f"{file}: this file holds [[{name}]] and nothing else")
            keyed = _keyed(cls, content[name], file, name, given)
            for key in keyed:
                if (other := stands_in.setdefault((path.parent, key), file)) != file:
                    raise InvalidContent(f"{file}: {name}: “{key}” stands in {other} too")
            found |= keyed
        return tuple(found.values())

    def chapter(self, focus: Focus) -> Chapter:
        chapters = {}
        for file, path in self.files(f"{focus.value}/focus.toml"):
            chapters[focus] = build(Chapter, _toml(file, path), Place(file))
        if focus not in chapters or chapters[focus].id is not focus:
            raise InvalidContent(f"{focus.value}/focus.toml: there should be one, with id = “{focus.value}”")
        return chapters[focus]

    def cards(self, focus: Focus) -> tuple[Card, ...]:
        return self.entries(f"{focus.value}/cards.toml", "cards", Card, focus=focus)

    def ideas(self, focus: Focus) -> tuple[Idea, ...]:
        """A focus's ideas by slug, those that make a good first step before the others."""
        found = {}
        for file, path in self.files(f"{focus.value}/ideas/*.toml"):
            idea = build(Idea, _toml(file, path), Place(file), focus=focus)
            if idea.slug != path.stem:
                raise InvalidContent(f"{file}: slug: the file should be called {idea.slug}.toml")
            found[idea.slug] = idea
        return tuple(sorted(found.values(), key=lambda idea: Situation.FIRST_STEP not in idea.situations))

    def debrief(self) -> Debrief:
        return Debrief(
            agendas=self.entries("debrief/agendas.toml", "agendas", Agenda),
            ground_rules=self.entries("debrief/ground_rules.toml", "rules", GroundRule),
            prompts=self.entries("debrief/prompts.toml", "prompts", DebriefPrompts),
            reading=self.entries("debrief/reading.toml", "reading", Reading),
            opening=self.text("debrief/opening.md"),
            opening_with_cards=self.text("debrief/opening_with_cards.md"),
            notes=self.text("debrief/notes.md"),
        )

    def learning(self) -> Learning:
        return Learning(
            ways=self.entries("learning/ways.toml", "ways", Way),
            choices=self.entries("learning/choosing.toml", "choices", Choice),
            pauses=self.entries("learning/pause.toml", "pauses", Pause),
            places=self.entries("learning/places.toml", "places", PlaceToGo),
            parties=self.entries("learning/mending.toml", "parties", Party),
        )

    def text(self, name: str) -> str:
        paths = [path for _, path in self.files(name)]
        if not paths:
            raise InvalidContent(f"{name}: this file is missing")
        return paths[-1].read_text(encoding="utf-8")


def _toml(file: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidContent(f"{file}: this is not TOML: {error}") from error


def _keyed(
    cls: type[Entry], tables: object, file: str, name: str, given: dict[str, object]
) -> dict[object, Entry]:
    if not isinstance(tables, list):
        raise InvalidContent(f"{file}: {name}: this should be a list, written [[{name}]]")
    keyed: dict[object, Entry] = {}
    for number, table in enumerate(tables, start=1):
        key = _key(table)
        entry = build(cls, table, Place(file, f"{name} {number} ({key})"), **given)
        if key in keyed:
            raise InvalidContent(f"{file}: {name} {number}: “{key}” stands there twice")
        keyed[key] = entry
    return keyed


def _key(table: object) -> object:
    """What an entry is known by: its slug, its id, or the source that it points to."""
    if not isinstance(table, dict):
        return None
    return next((table[name] for name in ("slug", "id", "source") if name in table), None)
