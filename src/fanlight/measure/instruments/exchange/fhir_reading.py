"""Read a FHIR Questionnaire."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fanlight.measure.instruments.exchange.draft import Draft, Imported, Texts, slug
from fanlight.measure.instruments.exchange.fhir_answers import offered
from fanlight.measure.instruments.exchange.fhir_terms import (
    OURS,
    SHORT_TEXT,
    SHORT_TEXT_IN,
    Json,
    extensions,
    heard,
    tables,
    texts_of,
    value_of,
)
from fanlight.measure.instruments.reading import LANGUAGE, InvalidInstrument, quoted

ASKED_TYPES = frozenset({"choice", "open-choice", "coding", "boolean"})
KNOWN_IN_FORM = frozenset(
    {"resourceType", "id", "language", "contained", "extension", "url", "version", "title"}
    | {"_title", "name", "status", "publisher", "description", "copyright", "item"}
)
KNOWN_IN_ITEM = frozenset(
    {"linkId", "text", "_text", "type", "item", "answerOption", "answerValueSet", "extension"}
    | {"required", "repeats", "enableWhen", "answerConstraint"}
)
OUR_SIMPLE = ("is-negative", "focus", "stem")
KNOWN_EXTENSIONS = frozenset(
    {SHORT_TEXT, SHORT_TEXT_IN} | {OURS + name for name in (*OUR_SIMPLE, "about", "about-in", "introduction")}
)
DEEPEST = 30


def from_fhir(resource: Mapping[str, Any], *, file: str) -> Imported:
    """Read a Questionnaire of FHIR R4, R4B or R5, as JSON gives it.

    Questions with one answer out of a list, and yes-or-no questions, become items; groups become
    composites. All else is named in the notes. A form of somebody else's cannot be asked until the operator
    has recorded permission.
    Errors: InvalidInstrument where it is not a Questionnaire, where an item has no linkId or one that is
    taken, or where nothing in it can be asked.
    """
    if resource.get("resourceType") != "Questionnaire":
        raise InvalidInstrument(
            f"{file}: this is not a FHIR Questionnaire, but {quoted(resource.get('resourceType'))}."
        )
    _refuse_bad_links(resource, file)
    language = str(resource.get("language") or "en")
    draft = Draft(file, language if LANGUAGE.fullmatch(language) else "en")
    if draft.language != resource.get("language"):
        draft.note("the questionnaire", "it does not say its language. Taken to be English (en)")
    reader = _Reader(draft, tables(resource.get("contained")))
    reader.read(tables(resource.get("item")))
    draft.refuse_if_empty()
    _note_rest_of_form(resource, draft)
    return draft.finish(_identity(resource, draft) | reader.introduction)


def _refuse_bad_links(resource: Mapping[str, Any], file: str) -> None:
    """Every item needs a linkId of its own: without it nobody could tell which question was answered."""
    taken: dict[str, str] = {}
    nameless: list[str] = []
    for path, item in _every_item(resource, "Questionnaire", file):
        link = item.get("linkId")
        if not isinstance(link, str) or not link.strip():
            nameless.append(f"{path} (“{str(item.get('text', ''))[:50]}…”)" if item.get("text") else path)
        elif link in taken:
            raise InvalidInstrument(
                f"{file}: {path} has the linkId {quoted(link)}, which {taken[link]} has already."
            )
        else:
            taken[link] = path
    if nameless:
        more = f" So do {len(nameless) - 1} more items." if len(nameless) > 1 else ""
        raise InvalidInstrument(
            f"{file}: the linkId of {nameless[0]} is missing. Every item needs one.{more}"
        )


def _every_item(parent: Mapping[str, Any], path: str, file: str) -> Iterator[tuple[str, Json]]:
    children = parent.get("item", [])
    if not isinstance(children, list) or not all(isinstance(child, dict) for child in children):
        raise InvalidInstrument(f"{file}: {path}.item must be a list of items.")
    if path.count("item[") > DEEPEST:
        raise InvalidInstrument(f"{file}: {path} lies more than {DEEPEST} items deep.")
    for place, child in enumerate(children):
        yield f"{path}.item[{place}]", child
        yield from _every_item(child, f"{path}.item[{place}]", file)


class _Reader:
    """Walks through the items of a form and fills the draft."""

    def __init__(self, draft: Draft, contained: Sequence[Json]) -> None:
        self.draft = draft
        self.contained = contained
        self.introduction: dict[str, Texts] = {}

    def read(self, entries: Sequence[Json]) -> list[str]:
        """Read the items of one level; the codes of its questions."""
        codes: list[str] = []
        for entry in entries:
            about = f"item {entry['linkId']}"
            kind = entry.get("type") if isinstance(entry.get("type"), str) else None
            if kind == "group":
                self._group(entry, about)
                continue
            if kind == "display":
                self._display(entry, about)
            elif kind in ASKED_TYPES:
                codes += self._question(entry, about)
            else:
                self.draft.note(about, f"type {quoted(kind)} cannot be asked in Fanlight")
            codes += self._beneath(entry, about)
        return codes

    def _group(self, entry: Json, about: str) -> None:
        self._note_rest(entry, about)
        if entry.get("repeats"):
            self.draft.note(about, "it may be repeated there; here it is asked once")
        codes = self.read(tables(entry.get("item")))
        words = texts_of(entry, "text", self.draft.language)
        self.draft.composite(str(entry["linkId"]), words, codes, about=about)

    def _display(self, entry: Json, about: str) -> None:
        words = texts_of(entry, "text", self.draft.language)
        if f"{OURS}introduction" in extensions(entry) and words:
            self.introduction = {"introduction": words}
        else:
            self.draft.note(about, "a text that asks nothing has no place in Fanlight")

    def _beneath(self, entry: Json, about: str) -> list[str]:
        children = tables(entry.get("item"))
        if children:
            self.draft.note(about, "questions stand beneath it there; here they follow it")
        return self.read(children)

    def _question(self, entry: Json, about: str) -> list[str]:
        if entry.get("repeats"):
            self.draft.note(about, "several answers may be chosen, so it cannot be asked in Fanlight")
            return []
        answers = offered(entry, self.contained, self.draft, about)
        if answers is None:
            return []
        self._note_rest(entry, about)
        scale = self.draft.scale(answers.hint, answers.answers, answers.extra, about=about)
        code = self.draft.code_for(str(entry["linkId"]), about=about)
        self.draft.items.append({"code": code, "scale": scale, **self._words(entry, about), **_marks(entry)})
        return [code]

    def _words(self, entry: Json, about: str) -> dict[str, Texts]:
        beside = extensions(entry)
        words = {"wording": texts_of(entry, "text", self.draft.language)}
        words["chart_label"] = heard(beside, SHORT_TEXT, SHORT_TEXT_IN, self.draft.language)
        words["about"] = heard(beside, f"{OURS}about", f"{OURS}about-in", self.draft.language)
        if not words["wording"] and f"{OURS}is-negative" not in beside:
            self.draft.note(about, "it has no wording")
        return {field: texts for field, texts in words.items() if texts}

    def _note_rest(self, entry: Json, about: str) -> None:
        note = self.draft.note
        if entry.get("type") == "open-choice" or "optionsOr" in str(entry.get("answerConstraint")):
            note(about, "an answer in the person’s own words is not offered in Fanlight")
        if entry.get("enableWhen"):
            note(about, "it depends on an earlier answer there; here everybody is asked")
        if entry.get("required"):
            note(about, "it must be answered there; here it may be skipped")
        left = set(entry) - KNOWN_IN_ITEM | set(extensions(entry)) - KNOWN_EXTENSIONS
        self.draft.left_behind(about, left)


def _marks(entry: Json) -> dict[str, Any]:
    """What we once said of an item, if it was ours."""
    beside = extensions(entry)
    return {
        name.replace("-", "_"): value_of(beside[OURS + name][0])
        for name in OUR_SIMPLE
        if OURS + name in beside
    }


def _note_rest_of_form(resource: Mapping[str, Any], draft: Draft) -> None:
    beside = set(extensions(resource))
    is_ours = f"{OURS}permission" in beside
    lost = set(resource) - KNOWN_IN_FORM | {address for address in beside if not address.startswith(OURS)}
    draft.left_behind("the questionnaire", lost | (set() if is_ours else {"name", "status"} & set(resource)))
    pointed_at = {str(item.get("answerValueSet")) for _, item in _every_item(resource, "", draft.file)}
    for contained in tables(resource.get("contained")):
        if f"#{contained.get('id')}" not in pointed_at:
            draft.note(f"contained {contained.get('id')}", "no question points at it, so it is not kept")
    if (name := resource.get("id")) and slug(str(name)) != name:
        draft.note("the questionnaire", f"its id {quoted(name)} is written “{slug(str(name))}” here")


def _identity(resource: Mapping[str, Any], draft: Draft) -> dict[str, Any]:
    beside = extensions(resource)
    said = {address.removeprefix(OURS): value_of(found[0]) for address, found in beside.items()}
    draft.composites += [_composite(extension, draft) for extension in beside.get(f"{OURS}composite", ())]
    title = texts_of(resource, "title", draft.language)
    name = str(resource.get("name") or resource.get("id") or draft.file)
    identity: dict[str, Any] = {
        "id": slug(str(resource.get("id") or name)) or "questionnaire",
        "version": str(resource.get("version") or "not stated"),
        "title": title or {draft.language: name},
        "owner": str(resource.get("publisher") or "not stated"),
        "licence": str(resource.get("copyright") or "not stated"),
        "source": str(said.get("source") or resource.get("url") or f"FHIR Questionnaire in {draft.file}"),
        "notice": str(resource.get("description") or ""),
        "permission": said.get("permission", "operator_records_it"),
        "languages": [draft.language, *map(value_of, beside.get(f"{OURS}also-in-language", ()))],
    }
    for field in ("scoring", "is_validated", "is_for_organisations"):
        if (ours_name := field.replace("_", "-")) in said:
            identity[field] = said[ours_name]
    if "least-share-answered" in said:
        identity["missing"] = {"least_share_answered": said["least-share-answered"]}
    if f"{OURS}permission-record" in beside:
        identity["permission_record"] = _parts(beside[f"{OURS}permission-record"][0])
    for field in ("owner", "licence"):
        if identity[field] == "not stated":
            draft.note(
                "the questionnaire", f"its {field} is not stated. Find out before you record permission"
            )
    return identity


def _parts(extension: Json) -> dict[str, Any]:
    return {url.replace("-", "_"): value_of(found[0]) for url, found in extensions(extension).items()}


def _composite(extension: Json, draft: Draft) -> dict[str, Any]:
    parts = extensions(extension)
    table: dict[str, Any] = {
        url: value_of(found[0]) for url, found in parts.items() if url in {"code", "focus"}
    }
    table["items"] = [value_of(item) for item in parts.get("item", ())]
    for field in ("title", "why"):
        if texts := heard(parts, field, f"{field}-in", draft.language):
            table[field] = texts
    return table
