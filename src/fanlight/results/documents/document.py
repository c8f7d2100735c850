"""The one value that every take-away is written from."""

import re
from collections.abc import Container
from dataclasses import dataclass

from fanlight.measure.disclosure import EVERYBODY, Group, GroupResult, Released
from fanlight.measure.instruments import Instrument, ScoringRule
from fanlight.results.pages.read import LANGUAGE, Earlier, read_group
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.remarks import Beside, Remark, beside_themes
from fanlight.results.pages.sentences import Asked

IN_THEIR_WORDS = "In people’s own words"
READ_FIRST = (
    "In no order. A facilitator outside the team’s line read them first; […] is what could point to somebody."
)
NO_ORDER = (
    "Groups stand in the order of their names. Their order says nothing, and they are not to be ranked."
)

NOTICES = {
    ScoringRule.SAQ_0_100: "A theme here is the mean of its statements’ percentages. The questionnaire’s own score, "
    "the share of people at 75 or more, is another figure."
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is said of a release, in words and figures: a reading for everybody and one for each group below.

    `about` says in a sentence who answered what; `promise` who may see it; `next_step` what to do now (may be empty).
    """

    title: str
    about: str
    promise: str
    next_step: str
    instrument_id: str
    instrument_version: str
    instrument_title: str
    notice: str
    minimum: int
    readings: tuple[Reading, ...]
    remarks: tuple[Remark, ...] = ()
    language: str = "en-GB"

    @property
    def shown(self) -> tuple[Reading, ...]:
        """The groups of which something is shown, everybody first."""
        return tuple(reading for reading in self.readings if not reading.withheld)

    @property
    def withheld(self) -> tuple[Reading, ...]:
        """The groups of which nothing is shown."""
        return tuple(reading for reading in self.readings if reading.withheld)

    @property
    def comments(self) -> tuple[Beside, ...]:
        """The comments theme by theme."""
        titles = {theme.code: theme.title for reading in self.readings[:1] for theme in reading.themes}
        return beside_themes(self.remarks, titles)

    def headline(self, reading: Reading) -> str:
        """What stands above a reading; the title may have said the same words just before."""
        return (
            "What stood out"
            if self.title.casefold().endswith(reading.headline.casefold())
            else reading.headline
        )

    @property
    def has_groups(self) -> bool:
        return len(self.readings) > 1


def document_of(
    released: Released,
    instrument: Instrument,
    *,
    title: str,
    about: str,
    promise: str,
    sized: Container[Group] = (),
    next_step: str = "",
    earlier: Earlier | None = None,
    remarks: tuple[Remark, ...] = (),
) -> Document:
    """The document of a release: everything that may be shown of it, and nothing that may not.

    `sized` holds the groups of which it is known how many people belong to them; `earlier` is the round before, with
    which everybody's answers are compared; `remarks` are the comments that somebody has read first.
    """

    def read(result: GroupResult) -> Reading:
        asked = Asked.A_KNOWN_TEAM if result.group in sized else Asked.UNKNOWN
        before = earlier if result.group == EVERYBODY else None
        return read_group(instrument, result, asked=asked, earlier=before)

    return Document(
        title=title,
        about=about,
        promise=promise,
        next_step=next_step,
        instrument_id=instrument.id,
        instrument_version=instrument.version,
        instrument_title=instrument.title.in_language(LANGUAGE),
        notice=" ".join(filter(None, (instrument.notice, NOTICES.get(instrument.scoring)))),
        minimum=released.policy.minimum,
        remarks=remarks,
        readings=tuple(read(released.result(group)) for group in sorted(released.groups, key=_by_name)),
    )


def _by_name(group: Group) -> list[list[tuple[int, str]]]:
    """Everybody first, then by name as people sort names: Ward 2 before Ward 10."""
    return [
        [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", name)]
        for name in group.path
    ]
