"""The document of a team's round: what its results page says, to take away."""

from django.utils import timezone
from django.utils.text import slugify

from fanlight.measure.disclosure import EVERYBODY, Released
from fanlight.results.documents.document import Document, document_of
from fanlight.results.documents.kind import Kind
from fanlight.results.pages.read import read_group
from fanlight.results.pages.read_round import round_before
from fanlight.results.pages.remarks import Remark
from fanlight.results.pages.round import is_pooled, lead, promise
from fanlight.results.pages.sentences import Asked
from fanlight.results.queries import shared_comments
from fanlight.surveys.models import Round

NO_FIGURES = "The talk needs no figures: the debrief’s kit has an agenda and cards."


def document_of_round(round: Round, released: Released) -> Document:
    instrument = round.instrument
    total = read_group(instrument, released.result(), asked=Asked.A_KNOWN_TEAM)
    return document_of(
        released,
        instrument,
        title=f"{round.whose}: {total.headline[:1].lower()}{total.headline[1:]}",
        about=lead(round, total, is_pooled=is_pooled(released)),
        promise=promise(round, released.policy.minimum, is_pooled=is_pooled(released)),
        sized={EVERYBODY},
        next_step=" ".join(filter(None, (_next_step(round), NO_FIGURES if total.withheld else ""))),
        earlier=round_before(round, released),
        remarks=() if total.withheld else tuple(Remark(*each) for each in shared_comments(round)),
    )


def file_name(round: Round, kind: Kind) -> str:
    """A name that says whose it is and of when.

    Letters that a file name may not have are left out; nothing in it comes from an answer.
    """
    return f"{slugify(round.team.name) or 'team'}-results-{round.closes_at:%Y-%m}{kind.value}"


def _next_step(round: Round) -> str:
    if round.debrief_at is None:
        return ""
    if round.debrief_at < timezone.now():
        return "What came of our talk stands on the round’s page “You said – we did – still open”."
    return f"We talk about it: {round.debrief_in_full}."
