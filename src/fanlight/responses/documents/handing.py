"""The poster, and the sheet of slips that is cut, shuffled and drawn from."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from fanlight.design.english import day, moment
from fanlight.design.mark import Step, fanlight_mark
from fanlight.responses.documents.typeset import square, typeset
from fanlight.responses.slips import shown
from fanlight.surveys.models import Round, Way
from fanlight.surveys.promise import CANNOT_PREVENT


def address_of_round(round: Round) -> str:
    """What people type or scan."""
    return f"{settings.FANLIGHT.address}{reverse('respond', args=[round.door])}"


@dataclass(frozen=True, kw_only=True)
class Poster:
    """What one poster says and another does not."""

    title: str
    lead: str
    address: str
    until: str
    promises: tuple[str, ...]
    plainly: str


def printed_poster(poster: Poster) -> bytes:
    """A poster on A4: the question, a large square, the address, what is promised, and where to take a worry."""
    words = {
        **asdict(poster),
        "mark": _picture(str(fanlight_mark(Step.ASK, size=56))),
        "square": square(poster.address),
        "square_says": f"A square for your phone’s camera. It opens {poster.address}",
        "how": "Point your phone’s camera at the square, or type:",
        "more": "All that we promise you is one tap away on every page.",
        "speak_up": "Something worries you, or has hurt you? You can say it at",
        "speak_up_address": address_of_speaking_up(),
    }
    return typeset("poster.typ", words)


def poster_pdf(round: Round) -> bytes:
    needs_slip = Way.SLIPS in round.ways
    code = ": bring the code on your slip" if needs_slip else ""
    return printed_poster(
        Poster(
            title=f"How is it to work in {round.whose}?",
            lead=f"Tell us in under five minutes. No account, no name{code}.",
            address=address_of_round(round),
            until=f"Open until {moment(round.closes_at)}",
            promises=(
                "Your answers are sealed as they arrive. Nobody can read them before the close, and nobody can tell "
                "whose they are.",
                f"Everybody in {round.whose} sees the results at the same moment.",
                _talk(round),
            ),
            plainly=CANNOT_PREVENT[Way.SLIPS if needs_slip else Way.LINK],
        )
    )


def address_of_speaking_up() -> str:
    return f"{settings.FANLIGHT.address}{reverse('speak_up')}"


def _talk(round: Round) -> str:
    if round.debrief_at is None:
        return "Then we talk about them together."
    return f"Then we talk about them: {round.debrief_for_all}."


def slips_pdf(round: Round, codes: Iterable[str]) -> bytes:
    return typeset("slips.typ", slips_words(round, codes))


def slips_words(round: Round, codes: Iterable[str]) -> dict[str, Any]:
    address = address_of_round(round)
    return {
        "title": f"Slips for {round.whose}",
        "team": round.whose,
        "address": address,
        "until": f"Open until {day(round.closes_at)}.",
        "steps": [
            "Cut the sheets along the lines.",
            "Put all slips into a bag or a box, and shake it. The promise that nobody knows who has which slip is "
            "yours to keep.",
            "Let everybody draw one, folded: at handovers, nights and weekends too. Do not hand them out by name, and "
            "keep no list.",
            "Take the rest of the slips out of sight when the round has closed, and shred them. This page too.",
        ],
        "note": "Each code works once. The computer keeps a fingerprint of each, and nothing of who has which. "
        "This file is the only place where the codes can be read: print it, and delete it.",
        "slips": [
            {
                "code": shown(code),
                "square": square(f"{address}#{code}"),
                "says": f"A square for your phone’s camera. It opens {address} with the code {shown(code)}",
            }
            for code in codes
        ],
    }


def _picture(svg: str) -> str:
    """A drawing of ours, which in a PDF needs no words for screen readers: it is left out of what is read."""
    return svg.replace(' aria-hidden="true"', "").replace(' focusable="false"', "")
