"""What whoever leads a round hands out, so that everybody can answer: by each of the round's ways."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from fanlight.design.english import counted, day, listed
from fanlight.design.frame import Link
from fanlight.responses.access import Door
from fanlight.responses.documents.handing import address_of_round
from fanlight.responses.forms import SheetForm
from fanlight.responses.queries import slips_made, typists_of
from fanlight.surveys.models import Round, State, Way
from fanlight.surveys.pages.planning import round_link
from fanlight.surveys.promise import CANNOT_PREVENT


@dataclass(frozen=True)
class WayOut:
    """One way to answer: what to do for it, what to take along, and what it cannot prevent."""

    title: str
    steps: tuple[str, ...]
    links: tuple[Link, ...]
    address: str
    plainly: str


@dataclass(frozen=True)
class HandingOutPage:
    title: str
    lead: str
    ways: tuple[WayOut, ...]
    back: Link


@dataclass(frozen=True)
class SlipsPage:
    title: str
    lead: str
    form: SheetForm | None
    made: str
    back: Link


def can_be_handed_out(round: Round) -> bool:
    return round.state in {State.SCHEDULED, State.OPEN}


def handing_out_page(round: Round) -> HandingOutPage:
    makers = {
        Way.LINK: _link,
        Way.SLIPS: _slips,
        Way.SHARED_DEVICE: _device,
        Way.PAPER: _paper,
    }
    lead = "Everybody needs a way in, nights and weekends too."
    if not can_be_handed_out(round):
        lead = (
            "This round has closed. Take the posters down, and shred the slips and forms that are left."
            if round.is_over
            else "This round is still being planned. Once it is scheduled or open, everything to hand out is here."
        )
    return HandingOutPage(
        title="Let everybody answer",
        lead=lead,
        ways=tuple(makers[way](round) for way in _ways(round)) if can_be_handed_out(round) else (),
        back=round_link(round),
    )


def _ways(round: Round) -> list[Way]:
    """Where slips are drawn, the link alone opens nothing: its poster stands with them."""
    return [Way(way) for way in round.ways if not (way == Way.LINK and Way.SLIPS in round.ways)]


def _to(round: Round, name: str, text: str) -> Link:
    return Link(text=text, href=reverse(name, args=[round.public_id]))


def _link(round: Round) -> WayOut:
    return WayOut(
        title="The link and the poster",
        steps=(
            "Put the poster where people pause: the staff room, the handover board, the changing room.",
            "The same address is in the e-mails to the team.",
        ),
        links=(_to(round, "poster", "The poster (PDF, A4)"),),
        address=address_of_round(round),
        plainly=CANNOT_PREVENT[Way.LINK],
    )


def _slips(round: Round) -> WayOut:
    made = slips_made(round)
    return WayOut(
        title="Slips, one for each person",
        steps=(
            "Print, cut, shuffle, and let everybody draw one.",
            f"{counted(made, 'slip').capitalize()} made so far, for {counted(round.people, 'person', 'people')}."
            if made
            else "No slips made yet.",
        ),
        links=(
            _to(round, "slips", "Make a sheet of slips"),
            _to(round, "poster", "The poster (PDF, A4)"),
        ),
        address=address_of_round(round),
        plainly=CANNOT_PREVENT[Way.SLIPS],
    )


def _device(round: Round) -> WayOut:
    return WayOut(
        title="A shared tablet or computer",
        steps=(
            "Open this address on it, in a private window, and leave it there.",
            "Stand it where nobody can look over a shoulder.",
            "After each person, and after two minutes without a touch, it goes back to the start by itself.",
        ),
        links=(),
        address=settings.FANLIGHT.address + Door(round, on_device=True).start_url,
        plainly=CANNOT_PREVENT[Way.SHARED_DEVICE],
    )


def _paper(round: Round) -> WayOut:
    typists = typists_of(round.team)
    links = [_to(round, "paper_form", "The form to print (PDF, A4)")] if round.state == State.OPEN else []
    if not typists:
        links.append(
            Link(text="Your team’s people", href=reverse("team_people", args=[round.team.public_id]))
        )
    return WayOut(
        title="Paper forms",
        steps=(
            "Put forms and a closed box on the unit."
            if links
            else "The form can be printed when the round is open, for its wording is fixed then.",
            f"They have to be typed in before the round closes on {day(round.closes_at)}.",
            _who_types(typists),
        ),
        links=tuple(links),
        address="",
        plainly=CANNOT_PREVENT[Way.PAPER],
    )


def _who_types(typists: list[str]) -> str:
    if not typists:
        return (
            "Nobody may type them in yet. It is the facilitator’s task, so that whoever leads the team reads no "
            "answers before the team does: give somebody that role first."
        )
    return f"{listed(typists)} may type them in; whoever leads the team may not."


def slips_page(round: Round, form: SheetForm) -> SlipsPage:
    made = slips_made(round)
    is_done = form.left <= 0
    return SlipsPage(
        title="Make a sheet of slips",
        lead="There are twice as many slips as people already, so no more can be made."
        if is_done
        else "The codes are in the file that you get and nowhere else. Each time you press, new ones are made.",
        form=None if is_done else form,
        made=f"{counted(made, 'slip').capitalize()} made so far. Everybody in the team can see this number."
        if made
        else "",
        back=Link(text="Let everybody answer", href=reverse("hand_out", args=[round.public_id])),
    )
