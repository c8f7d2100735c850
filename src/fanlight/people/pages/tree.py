"""The tree of organisations with its teams, as a page lays it out."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, day, listed
from fanlight.design.frame import Link
from fanlight.people.access import Allowed
from fanlight.people.models import Organisation, OrganisationKind
from fanlight.people.queries import Branch, Leaf, tree_below
from fanlight.people.roles import May


@dataclass(frozen=True)
class TreeTeam:
    """A team as the tree shows it."""

    name: str
    href: str
    detail: str
    has_ended: bool


@dataclass(frozen=True)
class TreePlace:
    """An organisation as the tree shows it, with everything below."""

    name: str
    href: str
    kind: str
    teams: tuple[TreeTeam, ...]
    places: tuple["TreePlace", ...]


@dataclass(frozen=True)
class OrganisationPage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    tree: TreePlace
    is_empty: bool
    manages: bool
    add_team: str
    to_see: tuple[Link, ...]
    ways: tuple[Link, ...]


def trail_of(organisation: Organisation, *further: Link) -> tuple[Link, ...]:
    """The way down to this organisation, itself included."""
    above = reversed(organisation.lineage)
    return (
        *(Link(text=one.name, href=reverse("organisation", args=[one.public_id])) for one in above),
        *further,
    )


def organisation_page(organisation: Organisation, allowed: Allowed) -> OrganisationPage:
    branch = tree_below(organisation)
    manages = May.MANAGE_ORGANISATION in allowed
    args = [organisation.public_id]
    return OrganisationPage(
        title=organisation.name,
        lead=_lead(branch, organisation),
        trail=trail_of(organisation)[:-1],
        tree=_place(branch, manages=manages),
        is_empty=branch.is_empty,
        manages=manages,
        add_team=reverse("organisation_add_team", args=args) if manages else "",
        to_see=tuple(_process(organisation)),
        ways=tuple(_ways(organisation)) if manages else (),
    )


def _lead(branch: Branch, organisation: Organisation) -> str:
    what = ", ".join(filter(None, (_kind(organisation), organisation.ods_code)))
    teams = capital(counted(branch.number_of_teams, "team"))
    return f"{what}. {teams}." if what else f"{teams}."


def _kind(organisation: Organisation) -> str:
    """What kind it is, where that says something."""
    kind = OrganisationKind(organisation.kind)
    return "" if kind in {OrganisationKind.PART, OrganisationKind.OTHER} else kind.label


def _process(organisation: Organisation) -> list[Link]:
    """What whoever may see the tree may see besides."""
    return [
        Link(text="How the work goes", href=reverse("process", args=[organisation.public_id])),
        Link(
            text="The calendar: when teams are asked",
            href=reverse("asking_calendar", args=[organisation.public_id]),
        ),
        Link(
            text="Is it as likely for everybody? Compare two groups of staff",
            href=reverse("likelihood", args=[organisation.public_id]),
        ),
    ]


def _ways(organisation: Organisation) -> list[Link]:
    def to(text: str, name: str) -> Link:
        return Link(text=text, href=reverse(name, args=[organisation.public_id]))

    return [
        to("Coaches, guardians and others", "organisation_people"),
        to("Read in people and teams from a spreadsheet", "organisation_import"),
        to("Add a division, site or service", "organisation_add"),
        to("Merge teams", "organisation_merge"),
        to("Change its name, kind or code", "organisation_change"),
        to("How its teams are asked", "organisation_rules"),
        to("Ask everybody here whether work is as fair for all", "fairness"),
        *([to("Move it", "organisation_move")] if organisation.parent_id else []),
        *([to("Remove it", "organisation_remove")] if organisation.parent_id else []),
    ]


def _place(branch: Branch, *, manages: bool) -> TreePlace:
    organisation = branch.organisation
    return TreePlace(
        name=organisation.name,
        href=reverse("organisation", args=[organisation.public_id]),
        kind=_kind(organisation),
        teams=tuple(_team(leaf, manages=manages) for leaf in branch.teams),
        places=tuple(_place(one, manages=manages) for one in branch.branches),
    )


def _team(leaf: Leaf, *, manages: bool) -> TreeTeam:
    href = reverse("tree_team", args=[leaf.team.public_id]) if manages else ""
    return TreeTeam(leaf.team.name, href, about_team(leaf), leaf.team.has_ended)


def about_team(leaf: Leaf) -> str:
    if leaf.team.ended_on:
        return f"Ended on {day(leaf.team.ended_on)}"
    if not leaf.people:
        return "Nobody is in it yet"
    people = capital(counted(leaf.people, "person", "people"))
    return f"{people}, led by {listed(leaf.leads)}" if leaf.leads else f"{people}, and nobody leads it"
