"""The calendar of an organisation: when each team is asked, and until when it rests."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from fanlight.design.charts import for_every_screen
from fanlight.design.charts.timeline import Spell, TimelineRow, timeline_chart
from fanlight.design.english import counted, day, listed
from fanlight.design.frame import Link
from fanlight.design.parts import Row, Table
from fanlight.people.access import Allowed
from fanlight.people.models import Organisation
from fanlight.people.roles import May
from fanlight.surveys.queries import Asking, OrganisationCalendar, TeamCalendar


@dataclass(frozen=True)
class CalendarPage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    chart: Markup
    table: Table | None
    not_asked: str
    others: tuple[tuple[Row, str], ...]
    add: str
    rest: str


def calendar_page(
    organisation: Organisation, calendar: OrganisationCalendar, allowed: Allowed
) -> CalendarPage:
    manages = May.MANAGE_ORGANISATION in allowed
    args = [organisation.public_id]
    asked = [team for team in calendar.teams if team.askings]
    return CalendarPage(
        title="When teams are asked",
        lead=_lead(calendar, asked),
        trail=(Link(text=organisation.name, href=reverse("organisation", args=args)),),
        chart=_chart(calendar, asked),
        table=_table(asked),
        not_asked=_not_asked(calendar),
        others=tuple(_other(calendar, organisation, manages=manages)),
        add=reverse("calendar_add", args=args) if manages else "",
        rest=f"A team rests {counted(calendar.rest_days, 'day')} between two rounds. Whoever plans one sooner is told, "
        "and asked whether it has to be.",
    )


def _lead(calendar: OrganisationCalendar, asked: list[TeamCalendar]) -> str:
    now = [team for team in asked if any(one.begins <= calendar.today <= one.ends for one in team.askings)]
    going_on = (
        f"{counted(len(now), 'team is', 'teams are')} being asked now" if now else "Nobody is being asked now"
    )
    return f"{going_on[:1].upper()}{going_on[1:]}. You see when, never what was answered."


def _named(team: TeamCalendar, teams: Iterable[TeamCalendar]) -> str:
    """A team's name, with its part of the organisation where two have the same."""
    same = [other for other in teams if other.team.name == team.team.name]
    return f"{team.team.name}, {team.team.organisation.name}" if len(same) > 1 else team.team.name


def _chart(calendar: OrganisationCalendar, asked: list[TeamCalendar]) -> Markup:
    rows = [
        TimelineRow(other.title, (Spell(other.begins_on, other.ends_on, is_other=True),))
        for other in calendar.others
    ]
    rows += [TimelineRow(_named(team, asked), tuple(_spells(team))) for team in _by_name(asked)]
    if not rows:
        return Markup()
    words = " ".join(_in_words(team, asked) for team in _by_name(asked))
    return for_every_screen(
        lambda width: timeline_chart(
            rows,
            first=calendar.begins,
            last=calendar.ends,
            today=calendar.today,
            title="When teams are asked",
            description=words or "Other surveys only.",
            width=width,
        )
    )


def _by_name(teams: Iterable[TeamCalendar]) -> list[TeamCalendar]:
    return sorted(teams, key=lambda one: (one.team.name.casefold(), one.team.organisation.name.casefold()))


def _spells(team: TeamCalendar) -> list[Spell]:
    last = team.askings[-1]
    return [Spell(one.begins, one.ends, team.rested_on if one is last else None) for one in team.askings]


def _in_words(team: TeamCalendar, asked: list[TeamCalendar]) -> str:
    return f"{_named(team, asked)}: {listed(_asking(one) for one in team.askings)}."


def _asking(asking: Asking) -> str:
    return f"{asking.title}, {day(asking.begins)} to {day(asking.ends)}"


def _table(asked: list[TeamCalendar]) -> Table | None:
    if not asked:
        return None
    rows = tuple(
        (
            _named(team, asked),
            "; ".join(_asking(one) for one in team.askings),
            day(team.rested_on) if team.rested_on else "",
        )
        for team in _by_name(asked)
    )
    return Table(
        caption="Rounds half a year back and half a year ahead",
        columns=("Team", "Asked", "Rested on"),
        rows=rows,
    )


def _not_asked(calendar: OrganisationCalendar) -> str:
    idle = [_named(team, calendar.teams) for team in _by_name(calendar.teams) if not team.askings]
    return f"Not asked in the past half year, and nothing planned: {listed(idle)}." if idle else ""


def _other(
    calendar: OrganisationCalendar, organisation: Organisation, *, manages: bool
) -> Iterable[tuple[Row, str]]:
    for survey in calendar.others:
        is_own = survey.organisation_id == organisation.pk
        remove = (
            reverse("calendar_remove", args=[organisation.public_id, survey.public_id])
            if manages and is_own
            else ""
        )
        when = f"{day(survey.begins_on)} to {day(survey.ends_on)}"
        yield Row(text=survey.title, detail=survey.organisation.name, when=when), remove
