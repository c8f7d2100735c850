"""The pages about one team: who is in it, who may do what, and the questions its lead is asked."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fanlight.design.english import capital, counted, day, listed
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.people.access import Allowed
from fanlight.people.actions import Sent
from fanlight.people.letters import can_send_letters, link_of
from fanlight.people.models import Invitation, Team, User
from fanlight.people.pages.asking import AskPage, back_to
from fanlight.people.pages.place import home_link
from fanlight.people.pages.record import record_rows
from fanlight.people.pages.roles import RoleInWords, named, team_roles, with_article
from fanlight.people.queries import Seat, happenings, seats_above, seats_in_team, teams_before
from fanlight.people.roles import MAY, May, Role


@dataclass(frozen=True)
class Waiting:
    """An invitation that nobody has taken up yet, and what can be done about it."""

    public_id: str
    who: str
    detail: str
    link: str
    send_again: str
    withdraw: str


@dataclass(frozen=True)
class TeamPeoplePage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    people: tuple[Row, ...]
    waiting: tuple[Waiting, ...]
    around: tuple[Row, ...]
    roles: tuple[RoleInWords, ...]
    record: tuple[Row, ...]
    invite: str
    ways: tuple[Link, ...]
    came_from: tuple[Row, ...]


def trail_of(team: Team, *further: Link) -> tuple[Link, ...]:
    return (
        Link(text="Your teams", href=reverse("home")),
        home_link(team),
        *further,
    )


def people_link(team: Team) -> Link:
    return Link(text="People", href=reverse("team_people", args=[team.public_id]))


def team_people_page(team: Team, allowed: Allowed, viewer: User) -> TeamPeoplePage:
    seats = seats_in_team(team)
    manages = May.MANAGE_TEAM in allowed and not team.has_ended
    return TeamPeoplePage(
        title=f"Who is in {team.name}",
        lead=_lead(team, seats),
        trail=trail_of(team),
        people=tuple(_person_row(team, seat, manages=manages, viewer=viewer) for seat in seats),
        waiting=waiting_for(team.invitations.order_by("email"), "team_invitation") if manages else (),
        around=tuple(_around(seat) for seat in seats_above(team)),
        roles=team_roles(),
        record=record_rows(happenings(team)),
        invite=reverse("team_invite", args=[team.public_id]) if manages else "",
        ways=tuple(_ways(team, manages=manages)),
        came_from=rows_of_before(viewer, team),
    )


def _lead(team: Team, seats: tuple[Seat, ...]) -> str:
    if team.ended_on:
        return ended(team.ended_on)
    leads = [seat.user.name for seat in seats if Role.LEAD in seat.roles]
    who = f"{listed(leads)} {'leads' if len(leads) == 1 else 'lead'} it." if leads else "Nobody leads it yet."
    return f"{counted(len(seats), 'person', 'people').capitalize()}. {who}"


def ended(on: date) -> str:
    return f"This team ended on {day(on)}. Those who were in it can still read its results."


def _person_row(team: Team, seat: Seat, *, manages: bool, viewer: User) -> Row:
    href = reverse("team_person", args=[team.public_id, seat.user.public_id]) if manages else ""
    you = " (you)" if seat.user == viewer else ""
    detail = f"{named(seat.roles)} · {seat.user.email}" if manages else named(seat.roles)
    return Row(text=seat.user.name + you, detail=detail, href=href)


def _around(seat: Seat) -> Row:
    sees = any(May.SEE_PROCESS in MAY[role] for role in seat.roles)
    what = "sees that rounds and debriefs are held, never an answer" if sees else "sees nothing of the team"
    return Row(text=seat.user.name, detail=f"{named(seat.roles)}, {seat.place.name}: {what}")


def rows_of_before(user: User, team: Team) -> tuple[Row, ...]:
    """The teams that this one came from, for whoever was in them."""
    return tuple(_before(one) for one in teams_before(user, team))


def _before(team: Team) -> Row:
    when = f"until {day(team.ended_on)}" if team.ended_on else ""
    return Row(
        text=team.name,
        href=reverse("team_home", args=[team.public_id]),
        detail="Its results, its talk and what it agreed",
        when=when,
    )


def _ways(team: Team, *, manages: bool) -> list[Link]:
    def to(text: str, name: str) -> Link:
        return Link(text=text, href=reverse(name, args=[team.public_id]))

    lead = [
        to("The join link", "team_join_link"),
        to("Hand over the lead", "team_hand_over"),
        to("Rename the team", "team_rename"),
    ]
    return [*(lead if manages else []), to("Leave the team", "team_leave")]


def waiting_for(invitations: object, address: str) -> tuple[Waiting, ...]:
    """The invitations that wait, with what to do about each. Without e-mail, their links are shown to be passed on."""
    return tuple(_waiting(one, address) for one in invitations)  # type: ignore[attr-defined]


def _waiting(invitation: Invitation, address: str) -> Waiting:
    role = with_article(Role(invitation.role))
    to = f"{invitation.email} · " if invitation.name else ""
    args = [invitation.place.public_id, invitation.public_id]
    return Waiting(
        public_id=invitation.public_id,
        who=invitation.name or invitation.email,
        detail=f"{to}as {role} · {_state(invitation)}",
        link="" if can_send_letters() or invitation.has_run_out else link_of(invitation),
        send_again=reverse(f"{address}_again", args=args),
        withdraw=reverse(f"{address}_withdraw", args=args),
    )


def _state(invitation: Invitation) -> str:
    if invitation.has_run_out:
        return f"the link ran out on {day(invitation.expires_at)}"
    if not can_send_letters():
        return f"the link works until {day(invitation.expires_at)}"
    if invitation.sent_on is None:
        return "the e-mail has not gone out yet"
    return f"sent on {day(invitation.sent_on)}, works until {day(invitation.expires_at)}"


# The questions that a lead is asked ---------------------------------------------------------------------------------


def invite_page(team: Team) -> AskPage:
    return AskPage(
        title="Invite people",
        lead=f"Everybody who comes in reads {team.name}’s results, at the same moment as you.",
        paragraphs=(
            "To answer questions nobody needs to be invited. People come in here to read the results, to talk "
            "about them and to work on changes.",
        ),
        trail=trail_of(team, people_link(team)),
        button="Send the invitations" if can_send_letters() else "Make the invitations",
        way_back=back_to(people_link(team)),
    )


def invited_words(sent: Sent) -> str:
    """What happened to a list of addresses."""
    words = []
    if sent.invited:
        letters = "is on its way" if len(sent.invited) == 1 else "are on their way"
        ready = counted(len(sent.invited), "invitation")
        words.append(
            f"{capital(ready)} {letters}." if can_send_letters() else f"{capital(ready)} made: see below."
        )
    if sent.already:
        words.append(f"Here already: {listed(sent.already)}.")
    return " ".join(words)


def person_page(team: Team, person: User) -> AskPage:
    return AskPage(
        title=person.name,
        lead=person.email,
        trail=trail_of(team, people_link(team)),
        button="Save the roles",
        way_back=Link(
            text=f"Remove {person.first_name} from the team",
            href=reverse("team_person_remove", args=[team.public_id, person.public_id]),
        ),
    )


def remove_page(team: Team, person: User) -> AskPage:
    return AskPage(
        title=f"Remove {person.name} from {team.name}?",
        paragraphs=(
            f"{person.first_name} will not read the team’s results any more, the earlier ones included. "
            "What was answered stays: nobody knows who gave which answer.",
            "Everybody in the team sees that you removed them. You can invite them again.",
        ),
        trail=trail_of(team, people_link(team)),
        button=f"Remove {person.first_name}",
        is_grave=True,
        way_back=Link(text="Leave things as they are", href=people_link(team).href),
    )


def hand_over_page(team: Team, *, has_others: bool) -> AskPage:
    here = "Somebody else leads the team from now on. You stay in it as a member."
    alone = "Nobody else is in the team yet. Invite somebody first; then hand over."
    return AskPage(
        title="Hand over the lead",
        lead=here if has_others else alone,
        paragraphs=("To lead it together instead, give them the role of lead on the page of people.",),
        trail=trail_of(team, people_link(team)),
        button="Hand over the lead" if has_others else "",
        way_back=back_to(people_link(team)),
    )


def leave_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Leave {team.name}?",
        paragraphs=(
            "You will not read the team’s results any more, the earlier ones included. Your answers stay in them: "
            "nobody, we included, can tell which were yours.",
            "To come back, you need a new invitation.",
        ),
        trail=trail_of(team, people_link(team)),
        button="Leave the team",
        is_grave=True,
        way_back=Link(text="Stay", href=people_link(team).href),
    )


def rename_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Rename {team.name}",
        paragraphs=("Rounds that have closed stay with the team, whatever it is called.",),
        trail=trail_of(team, people_link(team)),
        button="Save the name",
        way_back=back_to(people_link(team)),
    )


def sent_again_words(invitation: Invitation) -> str:
    on_its_way = f"A new letter is on its way to {invitation.email}."
    made = f"There is a new link for {invitation.email}."
    return (on_its_way if can_send_letters() else made) + " The old link does not work any more."


def withdrawn_words(invitation: Invitation) -> str:
    return f"The invitation to {invitation.email} is withdrawn. Its link does not work any more."
