"""The one value that every take-away is written from."""

from dataclasses import dataclass

from fanlight.measure.disclosure import Released
from fanlight.measure.instruments import Instrument
from fanlight.results.pages.read import LANGUAGE, read_group
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import Asked

NO_ORDER = (
    "Groups stand in the order of their names. Their order says nothing, and they are not to be ranked."
)


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
    def has_groups(self) -> bool:
        return len(self.readings) > 1


def document_of(
    released: Released,
    instrument: Instrument,
    *,
    title: str,
    about: str,
    promise: str,
    asked: Asked,
    next_step: str = "",
) -> Document:
    """The document of a release: everything that may be shown of it, and nothing that may not."""
    return Document(
        title=title,
        about=about,
        promise=promise,
        next_step=next_step,
        instrument_id=instrument.id,
        instrument_version=instrument.version,
        instrument_title=instrument.title.in_language(LANGUAGE),
        notice=instrument.notice,
        minimum=released.policy.minimum,
        readings=tuple(read_group(instrument, result, asked=asked) for result in released.results()),
    )
