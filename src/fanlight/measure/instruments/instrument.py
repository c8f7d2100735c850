"""What a questionnaire is made of, as values that cannot change."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fanlight.measure.instruments.scale import Scale
from fanlight.measure.instruments.words import Words


class Focus(StrEnum):
    """The six focuses, in the order in which they are always shown."""

    TEAMWORK = "teamwork"
    COMMUNICATION = "communication"
    JUST_CULTURE = "just_culture"
    PSYCHOLOGICAL_SAFETY = "psychological_safety"
    INCLUSION = "inclusion"
    CIVILITY = "civility"


class ScoringRule(StrEnum):
    """How answers become figures.

    PERCENT_POSITIVE: an item's share of favourable answers; a composite is the mean of its items' shares.
    SAQ_0_100: each person's mean on a scale, reversed where worded negatively, minus 1, times 25; the
    share of people at 75 or more counts as positive.
    """

    PERCENT_POSITIVE = "percent_positive"
    SAQ_0_100 = "saq_0_100"


class Permission(StrEnum):
    """Whether the wording comes with Fanlight, or only after its owner has agreed."""

    SHIPPED = "shipped"
    OPERATOR_RECORDS_IT = "operator_records_it"


@dataclass(frozen=True, slots=True)
class MissingRule:
    """What a missing answer does to a person's score on a composite.

    A person has a score when they answered at least this share of its items (0.5 is half); the score is
    then the mean of what they answered. Shares of favourable answers never need it: each item counts the
    people who answered it. Nothing is ever filled in.
    """

    least_share_answered: float = 0.0


@dataclass(frozen=True, slots=True)
class PermissionRecord:
    """The operator's note of the owner's consent: who gave it, when, and where it can be read."""

    given_by: str
    given_on: date
    reference: str


@dataclass(frozen=True, slots=True)
class Item:
    """One statement or question.

    `wording` is None where we may not hold it. `chart_label` is a short form for charts. An item that the
    form asks more than once (of the unit, then of the hospital) is one Item for each answer: `stem` names
    the printed question they share and `about` what this answer is about.
    """

    code: str
    scale: str
    is_negative: bool = False
    focus: Focus | None = None
    wording: Words | None = None
    chart_label: Words | None = None
    stem: str | None = None
    about: Words | None = None

    def label(self, language: str = "en") -> str:
        """The shortest words there are for a chart: its label, or the wording, or the bare code."""
        words = self.chart_label or self.wording
        return words.in_language(language) if words else self.code


@dataclass(frozen=True, slots=True)
class Composite:
    """Items that are read together. `why` is one sentence on why they are asked."""

    code: str
    title: Words
    items: tuple[str, ...]
    focus: Focus | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A questionnaire: its items, its scales, how it is scored, and who must agree before it is asked."""

    id: str
    version: str
    title: Words
    owner: str
    licence: str
    source: str
    permission: Permission
    languages: tuple[str, ...]
    scales: tuple[Scale, ...]
    items: tuple[Item, ...]
    composites: tuple[Composite, ...]
    scoring: ScoringRule = ScoringRule.PERCENT_POSITIVE
    missing: MissingRule = MissingRule()
    is_validated: bool = False
    is_for_organisations: bool = False  # asked of a whole organisation, never of a team
    notice: str = ""
    introduction: Words | None = None
    permission_record: PermissionRecord | None = None

    def item(self, code: str) -> Item:
        """The item with this code, in any case. Raises KeyError where there is none."""
        wanted = code.casefold()
        for item in self.items:
            if item.code.casefold() == wanted:
                return item
        raise KeyError(code)

    def has_item(self, code: str) -> bool:
        return any(item.code.casefold() == code.casefold() for item in self.items)

    def composite(self, code: str) -> Composite:
        """The composite with this code. Raises KeyError where there is none."""
        return {composite.code: composite for composite in self.composites}[code]

    def scale(self, scale_id: str) -> Scale:
        """The scale with this id. Raises KeyError where there is none."""
        return {scale.id: scale for scale in self.scales}[scale_id]

    def scale_of(self, item: Item) -> Scale:
        """The scale that an item is answered on."""
        return self.scale(item.scale)

    def items_of(self, composite: Composite) -> tuple[Item, ...]:
        """A composite's items, in its own order."""
        return tuple(self.item(code) for code in composite.items)

    def positive_codes(self, item: Item) -> frozenset[int]:
        """The codes that are good news for this item; empty where no answer is."""
        return self.scale_of(item).positive_codes(is_negative=item.is_negative)

    @property
    def items_alone(self) -> tuple[Item, ...]:
        """The items that belong to no composite."""
        held = {code.casefold() for composite in self.composites for code in composite.items}
        return tuple(item for item in self.items if item.code.casefold() not in held)

    @property
    def codes_without_wording(self) -> tuple[str, ...]:
        return tuple(item.code for item in self.items if item.wording is None)

    @property
    def is_askable(self) -> bool:
        """Whether people may be asked this: every word is here, and so is the permission."""
        return self.missing_permission is None

    @property
    def missing_permission(self) -> str | None:
        """What is still needed before anybody may be asked, in words; None when nothing is."""
        if self.permission is Permission.OPERATOR_RECORDS_IT and self.permission_record is None:
            place = "a wording file" if self.codes_without_wording else "its pack, under permission_record,"
            return (
                f"{self.title}: no permission to ask it is on record. Its owner: {self.owner}. Ask them, "
                f"then write in {place} who gave permission, when and where."
            )
        if missing := self.codes_without_wording:
            some = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
            return f"{self.title} cannot be asked yet: there is no wording for {some}."
        return None
