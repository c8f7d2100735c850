"""The pages of people who come in: by an invitation, or by the team's join link."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.people.letters import can_send_letters
from fanlight.people.models import Invitation, Team, User
from fanlight.people.pages.asking import AskPage, WordsPage
from fanlight.people.pages.roles import RoleInWords, in_words
from fanlight.people.pages.team import people_link, trail_of
from fanlight.people.roles import MAY, May, Role


@dataclass(frozen=True)
class InvitationPage:
    """Who invites whom to what, and how to say yes."""

    title: str
    lead: str
    role: RoleInWords
    button: str
    sign_in: str
    needs_name: bool
    note: str


@dataclass(frozen=True)
class JoinLinkPage:
    title: str
    lead: str
    trail: tuple[Link, ...]
    address: str
    change: str
    turn_off: str
    can_prove: bool


def invitation_page(invitation: Invitation, viewer: User | None, *, has_account: bool) -> InvitationPage:
    place = invitation.place
    within = f" ({place.organisation.name})" if isinstance(place, Team) else ""
    inviter = f"{invitation.by.name} invites you" if invitation.by else "You are invited"
    here = reverse("invitation", args=[invitation.public_id, invitation.key])
    needs_sign_in = viewer is None and has_account
    return InvitationPage(
        title=f"Come in to {place.name}",
        lead=f"{inviter} to {place.name}{within}.",
        role=in_words(Role(invitation.role)),
        button=f"Come in as {viewer.name}" if viewer else "Come in",
        sign_in=f"{reverse('account_login')}?next={here}" if needs_sign_in else "",
        needs_name=viewer is None and not has_account,
        note=_note(invitation, viewer, has_account=has_account),
    )


def _note(invitation: Invitation, viewer: User | None, *, has_account: bool) -> str:
    if viewer and viewer.email != invitation.email:
        return f"You are signed in with {viewer.email}. The invitation went to {invitation.email}: both work."
    if viewer:
        return ""
    if has_account:
        return f"There is an account for {invitation.email} already. Sign in, and you are led back here."
    return f"You sign in with {invitation.email}. You need no password: a code is sent to you each time."


def used_up_page(viewer: User | None) -> WordsPage:
    where = reverse("home") if viewer else reverse("account_login")
    return WordsPage(
        title="This invitation no longer works",
        paragraphs=(
            "It was used already, it was withdrawn, a newer one was sent, or it is more than two weeks old.",
            "If you have come in before, sign in. If not, ask whoever invited you to send it again.",
        ),
        way_on=Link(text="Your teams" if viewer else "Sign in", href=where),
    )


def join_page(team: Team) -> AskPage:
    return AskPage(
        title=f"Join {team.name}",
        lead=f"{team.organisation.name}. You come in as a member, and read the team’s results with everybody in it.",
        paragraphs=("To answer questions you need not join: use the link or the code you were given.",),
        button="Send me a code",
    )


def join_signed_in_page(team: Team, viewer: User) -> AskPage:
    return AskPage(
        title=f"Join {team.name}?",
        lead=f"{team.organisation.name}. You come in as {viewer.name}, a member.",
        button="Join",
        way_back=Link(text="Not now", href=reverse("home")),
    )


def join_code_page(team: Team, email: str) -> AskPage:
    return AskPage(
        title="Type the code",
        lead=f"We have sent a code to {email}. It works for 15 minutes.",
        paragraphs=("Not there? Look among the unwanted mail, or go back and check the address.",),
        button=f"Join {team.name}",
        way_back=Link(text="Go back", href=reverse("join_team", args=[team.join_code])),
    )


def no_post_page(team: Team) -> WordsPage:
    return WordsPage(
        title=f"{team.name} cannot be joined by this link",
        paragraphs=(
            "This site has no e-mail set up, so we cannot check that an address is yours.",
            "Ask the team’s lead for an invitation: its link can be passed on by hand.",
        ),
    )


def join_link_page(team: Team) -> JoinLinkPage:
    address = (
        settings.FANLIGHT.address + reverse("join_team", args=[team.join_code]) if team.join_code else ""
    )
    is_on = "The link is on. Whoever has it can join, after showing that their e-mail address is their own."
    is_off = "The link is off. People come in by invitation only."
    return JoinLinkPage(
        title="The join link",
        lead=is_on if address else is_off,
        trail=trail_of(team, people_link(team)),
        address=address,
        change=reverse("team_join_link_change", args=[team.public_id]),
        turn_off=reverse("team_join_link_off", args=[team.public_id]),
        can_prove=can_send_letters(),
    )


def home_of(team: Team) -> str:
    return reverse("team_home", args=[team.public_id])


def way_in(invitation: Invitation) -> str:
    """Where somebody who has just said yes goes: to the team, or to what their role sees."""
    place = invitation.place
    if isinstance(place, Team):
        return home_of(place)
    sees = May.SEE_PROCESS in MAY[Role(invitation.role)]
    return reverse("organisation", args=[place.public_id]) if sees else reverse("you")
