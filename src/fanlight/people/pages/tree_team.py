"""One team as an administrator sees it: no results, but where it belongs and whether it goes on."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.people.models import Invitation, Membership, Organisation, Team, User
from fanlight.people.pages.asking import AskPage, back_to
from fanlight.people.pages.record import ABOUT_THE_TEAM, record_rows
from fanlight.people.pages.tree import about_team, trail_of
from fanlight.people.queries import happenings, leaf_of


@dataclass(frozen=True)
class TreeTeamPage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    needs_lead: str
    invited: str
    reopen: str
    ways: tuple[Link, ...]
    carries_on: tuple[Row, ...]
    record: tuple[Row, ...]


def team_link(team: Team) -> Link:
    return Link(text=team.name, href=reverse("tree_team", args=[team.public_id]))


def trail_to(team: Team) -> tuple[Link, ...]:
    return trail_of(team.organisation, team_link(team))


def tree_team_page(team: Team) -> TreeTeamPage:
    leaf = leaf_of(team)
    args = [team.public_id]
    carries_on = tuple(
        Row(text=one.name, href=reverse("tree_team", args=[one.public_id]))
        for one in team.followed_by.order_by("name")
    )
    waiting = team.invitations.filter(role="lead").first()
    needs_lead = not team.has_ended and not leaf.leads
    return TreeTeamPage(
        title=team.name,
        lead=about_team(leaf) + ".",
        trail=trail_of(team.organisation),
        needs_lead=reverse("tree_team_lead", args=args) if needs_lead else "",
        invited=waiting.email if waiting else "",
        reopen=reverse("tree_team_reopen", args=args) if team.has_ended and not carries_on else "",
        ways=() if team.has_ended else tuple(_ways(team, has_lead=bool(leaf.leads))),
        carries_on=carries_on,
        record=record_rows(happenings(team), only=ABOUT_THE_TEAM),
    )


def _ways(team: Team, *, has_lead: bool) -> list[Link]:
    def to(text: str, name: str) -> Link:
        return Link(text=text, href=reverse(name, args=[team.public_id]))

    return [
        *([to("Name another lead", "tree_team_lead")] if has_lead else []),
        to("Rename it", "tree_team_rename"),
        to("Move it to another part", "tree_team_move"),
        to("Split it in two", "tree_team_split"),
        to("End it", "tree_team_end"),
    ]


def add_team_page(organisation: Organisation) -> AskPage:
    return AskPage(
        title=f"Add a team to {organisation.name}",
        lead="People who work together day by day. Six is enough; above thirty, think of two teams.",
        trail=trail_of(organisation),
        button="Add the team",
        way_back=back_to(trail_of(organisation)[-1]),
    )


def rename_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Rename {team.name}",
        trail=trail_to(team),
        button="Save the name",
        way_back=back_to(team_link(team)),
    )


def set_up_words(team: Team) -> str:
    waiting = team.invitations.count()
    letters = f" {capital(counted(waiting, 'invitation'))} made." if waiting else ""
    return f"{team.name} is set up.{letters}"


def after_set_up(team: Team, by: User) -> str:
    """Whoever leads the new team goes to its people; whoever only set it up goes back to the tree."""
    if team.memberships.filter(user=by).exists():
        return reverse("team_people", args=[team.public_id])
    return reverse("organisation", args=[team.organisation.public_id])


def lead_words(named: Membership | Invitation) -> str:
    if isinstance(named, Membership):
        return f"{named.user.name} leads the team now."
    return f"{named.email} is invited to lead the team."


def name_lead_page(team: Team, *, has_lead: bool, has_others: bool) -> AskPage:
    first = "The lead invites the team and plans its rounds. From then on only its leads let people in."
    another = "If its lead has gone without handing over. It has to be somebody who is in the team already."
    nobody = "Nobody else is in the team. End it, and set up a new one."
    can_be_named = has_others or not has_lead
    return AskPage(
        title="Name another lead" if has_lead else f"Who leads {team.name}?",
        lead=(another if can_be_named else nobody) if has_lead else first,
        trail=trail_to(team),
        button="Name the lead" if can_be_named else "",
        way_back=back_to(team_link(team)),
    )


def move_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Move {team.name}",
        lead="Its people, its rounds and its results go with it.",
        paragraphs=("Coaches and others above the team change with the move.",),
        trail=trail_to(team),
        button="Move the team",
        way_back=back_to(team_link(team)),
    )


def end_page(team: Team) -> AskPage:
    return AskPage(
        title=f"End {team.name}?",
        paragraphs=(
            "Nobody more can come in, its join link and open invitations stop working, and no new round can be "
            "planned. A round that is open now goes on to its end.",
            "Whoever is in the team goes on reading its results. You can open the team again.",
        ),
        trail=trail_to(team),
        button=f"End {team.name}",
        is_grave=True,
        way_back=Link(text="Keep it going", href=team_link(team).href),
    )


def split_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Split {team.name} in two",
        lead="Two new teams carry on, each with its own rounds from now on.",
        paragraphs=(
            f"The rounds that {team.name} has held stay as they were. Everybody who is in {team.name} today goes on "
            "reading them; nobody else does, and they are never counted again in parts.",
            f"{team.name} ends. This cannot be undone.",
        ),
        trail=trail_to(team),
        button="Split the team",
        is_grave=True,
        way_back=back_to(team_link(team)),
    )


def merge_page(organisation: Organisation, *, number: int) -> AskPage:
    if number < 2:
        return AskPage(
            title="Merge teams",
            lead="There are not two teams here that could be merged.",
            trail=trail_of(organisation),
            button="",
            way_back=back_to(trail_of(organisation)[-1]),
        )
    return AskPage(
        title="Merge teams",
        lead="One new team carries on, with everybody from the teams that you choose, in the roles that they have.",
        paragraphs=(
            "The rounds that the teams have held stay as they were. Whoever was in a team goes on reading that team’s "
            "results; those who come from another team do not.",
            "The teams that you choose end. This cannot be undone.",
        ),
        trail=trail_of(organisation),
        button="Merge them",
        is_grave=True,
        way_back=back_to(trail_of(organisation)[-1]),
    )
