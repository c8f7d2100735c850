"""One team as those outside it see it. Everybody in the team can open the same page."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, day
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.improvement.models import Progress
from fanlight.people.access import Allowed
from fanlight.people.models import Team
from fanlight.people.roles import May
from fanlight.process.models import Shareable
from fanlight.process.pages.words import band_words, talk_words
from fanlight.process.queries import HeldRound, TeamProcess


@dataclass(frozen=True)
class TeamProcessPage:
    title: str
    back: Link
    lead: str
    rounds: tuple[Row, ...]
    actions: tuple[tuple[str, str], ...]
    shared_words: tuple[Row, ...]
    shared_actions: tuple[Row, ...]
    shares_nothing: str


def team_process_page(seen: TeamProcess, allowed: Allowed) -> TeamProcessPage:
    return TeamProcessPage(
        title=f"{seen.team.name}, seen from outside",
        back=_back(seen.team, allowed),
        lead="Those who work with this team see this page and no other. Everybody in the team can open it too.",
        rounds=tuple(_round(held) for held in reversed(seen.rounds)),
        actions=_actions(seen),
        shared_words=tuple(_we_did(held) for held in reversed(seen.rounds))
        if Shareable.WE_DID in seen.shares
        else (),
        shared_actions=tuple(_shared_actions(seen)) if Shareable.ACTIONS in seen.shares else (),
        shares_nothing=""
        if seen.shares
        else "Nothing more than this. What a team shares is its own to choose.",
    )


def _back(team: Team, allowed: Allowed) -> Link:
    """The team's own people came from their choice; the others from the page of all teams."""
    if May.SEE_TEAM in allowed:
        return Link(text="What we share", href=reverse("sharing", args=[team.public_id]))
    return Link(text="How the work goes", href=reverse("process", args=[team.organisation.public_id]))


def _round(held: HeldRound) -> Row:
    kind = [held.title]
    if held.is_with_another:
        kind.append("together with another team")
    if held.is_again:
        kind.append("asked again")
    return Row(
        text=", ".join(kind),
        detail=f"{band_words(held)}; {talk_words(held)}",
        when=f"closed on {day(held.closed_on)}",
    )


def _actions(seen: TeamProcess) -> tuple[tuple[str, str], ...]:
    if not seen.actions:
        return ()
    return (
        ("Agreed", capital(counted(len(seen.actions), "action"))),
        ("Being tried", capital(counted(seen.with_progress(Progress.TRYING), "action"))),
        ("Tried and kept", capital(counted(seen.with_progress(Progress.KEPT), "action"))),
        ("Let go", capital(counted(seen.with_progress(Progress.STOPPED), "action"))),
    )


def _we_did(held: HeldRound) -> Row:
    href = reverse("we_did", args=[held.door])
    return Row(text=f"What came of {held.title}", href=href, when=f"closed on {day(held.closed_on)}")


def _shared_actions(seen: TeamProcess) -> list[Row]:
    return [
        Row(
            text=capital(action.what),
            detail=action.get_progress_display(),
            when=f"agreed on {day(action.agreed_on)}",
        )
        for action in reversed(seen.actions)
    ]
