"""The pages about organisations: the tree, who holds a role there, and the questions an administrator is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from fanlight.design.english import counted
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.people.letters import can_send_letters
from fanlight.people.models import Invitation, ListedOrganisation, Membership, Organisation, OrganisationKind
from fanlight.people.pages.asking import AskPage, back_to
from fanlight.people.pages.record import record_rows
from fanlight.people.pages.roles import RoleInWords, named, organisation_roles
from fanlight.people.pages.team import Waiting, waiting_for
from fanlight.people.pages.tree import trail_of
from fanlight.people.queries import (
    Seat,
    calm_name,
    happenings,
    is_list_loaded,
    listed_organisations,
    rules_from_above,
    seats_in_organisation,
)
from fanlight.people.roles import Role


@dataclass(frozen=True)
class RoleHeld:
    """Somebody's role in an organisation, and where it can be taken away."""

    name: str
    detail: str
    remove: tuple[Link, ...]


@dataclass(frozen=True)
class OrganisationPeoplePage:
    title: str
    trail: tuple[Link, ...]
    people: tuple[RoleHeld, ...]
    waiting: tuple[Waiting, ...]
    roles: tuple[RoleInWords, ...]
    record: tuple[Row, ...]
    invite: str


@dataclass(frozen=True)
class OrganisationsPage:
    title: str
    organisations: tuple[Row, ...]


@dataclass(frozen=True)
class Listed:
    """Matches from the list of NHS organisation codes. Each is a link that fills the form."""

    is_loaded: bool
    asked: str
    matches: tuple[Row, ...]


def organisation_people_page(organisation: Organisation) -> OrganisationPeoplePage:
    seats = seats_in_organisation(organisation)
    return OrganisationPeoplePage(
        title=f"Who has a role in {organisation.name}",
        trail=trail_of(organisation),
        people=tuple(_held(organisation, seat) for seat in seats),
        waiting=waiting_for(organisation.invitations.order_by("email"), "organisation_invitation"),
        roles=organisation_roles(),
        record=record_rows(happenings(organisation)),
        invite=reverse("organisation_invite", args=[organisation.public_id]),
    )


def _held(organisation: Organisation, seat: Seat) -> RoleHeld:
    remove = (
        Link(
            text=f"End the role of {role.label.lower()}",
            href=reverse("organisation_role_end", args=[organisation.public_id, seat.user.public_id, role]),
        )
        for role in seat.roles
    )
    return RoleHeld(seat.user.name, f"{named(seat.roles)} · {seat.user.email}", tuple(remove))


def organisations_page(found: list[Organisation]) -> OrganisationsPage:
    rows = (
        Row(
            text=one.name,
            detail=OrganisationKind(one.kind).label if one.parent_id is None else "",
            href=reverse("organisation", args=[one.public_id]),
        )
        for one in found
    )
    return OrganisationsPage("Your organisations", tuple(rows))


def listed(asked: Mapping[str, str]) -> Listed:
    """What the list of NHS codes has for the words that were asked."""
    words = asked.get("words", "").strip()[:100]
    found = listed_organisations(words)
    return Listed(is_list_loaded(), words, tuple(_listed_row(one) for one in found))


def _listed_row(one: ListedOrganisation) -> Row:
    name = calm_name(one.name)
    return Row(text=name, detail=one.code, href="?" + urlencode({"name": name, "code": one.code}))


def prefilled(
    asked: Mapping[str, str], organisation: Organisation, *, is_itself: bool = False
) -> dict[str, str]:
    """What stands in the form at first: what was chosen from the list, else what is known."""
    known = {
        "name": organisation.name if is_itself else "",
        "kind": organisation.kind if is_itself else OrganisationKind.PART.value,
        "ods_code": organisation.ods_code if is_itself else "",
    }
    chosen = {"name": asked.get("name", "")[:120], "ods_code": asked.get("code", "")[:12]}
    return {**known, **{field: value for field, value in chosen.items() if value}}


def people_link(organisation: Organisation) -> Link:
    return Link(text="Who has a role", href=reverse("organisation_people", args=[organisation.public_id]))


def offered_words(offered: Membership | Invitation) -> str:
    if isinstance(offered, Membership):
        return f"You are {Role(offered.role).label.lower()} now."
    ready = "An invitation is on its way to" if can_send_letters() else "There is an invitation for"
    return f"{ready} {offered.email}."


# The questions that an administrator is asked ------------------------------------------------------------------------


def add_page(organisation: Organisation) -> AskPage:
    return AskPage(
        title=f"Add a part to {organisation.name}",
        lead="A division, a site, a service, a home: whatever stands between the whole and its teams.",
        trail=trail_of(organisation),
        button="Add it",
        way_back=back_to(trail_of(organisation)[-1]),
    )


def change_page(organisation: Organisation) -> AskPage:
    return AskPage(
        title=f"Change {organisation.name}",
        trail=trail_of(organisation),
        button="Save",
        way_back=back_to(trail_of(organisation)[-1]),
    )


def rules_page(organisation: Organisation) -> AskPage:
    above = rules_from_above(organisation)
    return AskPage(
        title=f"How the teams of {organisation.name} are asked",
        lead="These hold for every team here and below. A round keeps the rules that held when it opened.",
        paragraphs=(
            f"Without a number of its own: nothing is shown of fewer than {above.minimum} people, and a team "
            f"rests {counted(above.rest_days, 'day')} between two rounds.",
        ),
        trail=trail_of(organisation),
        button="Save",
        way_back=back_to(trail_of(organisation)[-1]),
    )


def move_page(organisation: Organisation) -> AskPage:
    return AskPage(
        title=f"Move {organisation.name}",
        lead="It becomes a part of another organisation, with every team in it.",
        paragraphs=(
            "Whoever has a role above it changes with the move. Teams’ results stay with the teams.",
        ),
        trail=trail_of(organisation),
        button="Move it",
        way_back=back_to(trail_of(organisation)[-1]),
    )


def remove_page(organisation: Organisation, ends: tuple[str, ...] = ()) -> AskPage:
    """`ends`: what else would end with it."""
    return AskPage(
        title=f"Remove {organisation.name}?",
        paragraphs=("This works only while there is nothing in it. It cannot be undone.",),
        warning=ends,
        trail=trail_of(organisation),
        button=f"Remove {organisation.name}",
        is_grave=True,
        way_back=Link(text="Keep it", href=trail_of(organisation)[-1].href),
    )


def invite_page(organisation: Organisation) -> AskPage:
    here = people_link(organisation)
    return AskPage(
        title=f"Give somebody a role in {organisation.name}",
        lead="Nobody with a role here reads a team’s results. Those belong to the teams.",
        trail=trail_of(organisation, here),
        button="Send the invitation",
        way_back=back_to(here),
    )


def role_end_page(organisation: Organisation, name: str, role: Role, ends: tuple[str, ...] = ()) -> AskPage:
    """`ends`: what else would end with it."""
    here = people_link(organisation)
    return AskPage(
        title=f"End {name}’s role as {role.label.lower()}?",
        paragraphs=(f"This ends the role in {organisation.name}. You can invite them again.",),
        warning=ends,
        trail=trail_of(organisation, here),
        button="End the role all the same" if ends else "End the role",
        is_grave=True,
        way_back=Link(text="Leave things as they are", href=here.href),
    )
