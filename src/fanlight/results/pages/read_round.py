"""A round of a team, read beside the round before it."""

from fanlight.design.english import day
from fanlight.measure.disclosure import Released, Shown
from fanlight.results.pages.read import Earlier, read_group
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import Asked
from fanlight.results.queries import released_before
from fanlight.surveys.models import Round


def read_round(round: Round, released: Released) -> Reading:
    return read_group(
        round.instrument, released.result(), asked=Asked.A_KNOWN_TEAM, earlier=round_before(round, released)
    )


def round_before(round: Round, released: Released) -> Earlier | None:
    """The last round of this team that asked some of the same statements and of which anything is shown.

    A team that was made by merging or splitting others has none: other people answered then.
    """
    instrument, result = round.instrument, released.result()
    for before, release in released_before(round):
        said = f"{before.title}, closed on {day(before.closes_at)}"
        earlier = Earlier(said, before.instrument, release.result())
        is_shown = isinstance(earlier.result.respondents, Shown)
        if is_shown and any(earlier.same(instrument, now) for now in result.questions):
            return earlier
    return None
