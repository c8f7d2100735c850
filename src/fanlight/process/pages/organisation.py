"""An organisation's process: what its teams have done, over time and by name. Never an answer, never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, day
from fanlight.design.frame import Link
from fanlight.design.parts import Picture, Row
from fanlight.people.models import Organisation
from fanlight.process.pages.pictures import actions_over_time, days_over_time, rounds_over_time
from fanlight.process.pages.words import talk_words
from fanlight.process.queries import TeamProcess, days_to_talk


@dataclass(frozen=True)
class ProcessPage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    teams: tuple[Row, ...]
    is_empty: bool
    calendar: Link


def process_page(organisation: Organisation, teams: Sequence[TeamProcess]) -> ProcessPage:
    args = [organisation.public_id]
    held = any(team.rounds or team.actions for team in teams)
    pictures = (
        rounds_over_time(teams),
        days_over_time(days_to_talk(teams)),
        actions_over_time(teams),
    )
    return ProcessPage(
        title="How the work goes",
        lead=_lead(teams),
        trail=(Link(text=organisation.name, href=reverse("organisation", args=args)),),
        pictures=tuple(picture for picture in pictures if picture) if held else (),
        teams=tuple(_row(team, teams) for team in teams),
        is_empty=not held,
        calendar=Link(text="When teams are asked", href=reverse("asking_calendar", args=args)),
    )


def _lead(teams: Sequence[TeamProcess]) -> str:
    asked = sum(bool(team.rounds) for team in teams)
    again = sum(any(held.is_again for held in team.rounds) for team in teams)
    words = f"{capital(counted(asked, 'team has', 'teams have'))} held a round"
    if again:
        words += (
            " and asked again"
            if asked == 1
            else f", {counted(again, 'of them has', 'of them have')} asked again"
        )
    return f"{words}. What was answered belongs to the teams, and is not here."


def _row(team: TeamProcess, teams: Sequence[TeamProcess]) -> Row:
    return Row(
        text=name_among(team, teams),
        detail=_detail(team),
        href=reverse("team_process", args=[team.team.public_id]),
        when=f"last round closed on {day(team.rounds[-1].closed_on)}" if team.rounds else "",
    )


def name_among(team: TeamProcess, teams: Sequence[TeamProcess]) -> str:
    """A team's name, with its part of the organisation where two have the same."""
    is_alone = sum(other.team.name == team.team.name for other in teams) == 1
    return team.team.name if is_alone else f"{team.team.name}, {team.team.organisation.name}"


def _detail(team: TeamProcess) -> str:
    parts = [capital(counted(len(team.rounds), "round"))] if team.rounds else ["No round yet"]
    if team.rounds:
        parts.append(talk_words(team.rounds[-1]))
    if team.actions:
        parts.append(f"{counted(len(team.actions), 'action')} agreed")
    if team.shares:
        parts.append("shares something with you")
    return "; ".join(parts)
