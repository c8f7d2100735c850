"""What people are sent by e-mail, and the task that sends it."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from fanlight.people.models import Invitation, User
from fanlight.people.roles import Role


def can_send_letters() -> bool:
    """Whether the operator has set up e-mail. Without it, links are shown to be passed on by hand."""
    return not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")


def link_of(invitation: Invitation) -> str:
    """The whole address that an invitation opens with."""
    return settings.FANLIGHT.address + reverse("invitation", args=[invitation.public_id, invitation.key])


@task()
def send_invitation(public_id: str, turn: int) -> None:
    """Send the invitation, unless it was used, withdrawn or sent again since. The link is in no queue and no table."""
    found = Invitation.objects.select_related("team__organisation", "organisation", "by")
    invitation = found.filter(public_id=public_id, turn=turn).first()
    if invitation is None:
        return
    role = Role(invitation.role).label.lower()
    values = {
        "invitation": invitation,
        "place": invitation.place,
        "role": f"an {role}" if role[0] in "aeiou" else f"a {role}",
        "link": link_of(invitation),
    }
    _send(invitation.email, f"You are invited to {invitation.place}", "people/letters/invitation.txt", values)
    Invitation.objects.filter(pk=invitation.pk, turn=turn).update(sent_on=timezone.localdate())


def send_code(*, email: str, subject: str, what_to_do: str, code: str) -> None:
    """Send a code that somebody waits for. At once, not by a task: they are looking at the page."""
    _send(email, subject, "people/letters/code.txt", {"code": code, "what_to_do": what_to_do})


def send_join_code(*, email: str, code: str, team_name: str) -> None:
    what_to_do = f"Type it on the page where you asked to join {team_name}."
    send_code(email=email, subject="Your code to join the team", what_to_do=what_to_do, code=code)


def send_change(*, email: str, what: str) -> None:
    """Tell somebody that a way of signing in was changed: by them, we hope."""
    values = {"what": what, "address": settings.FANLIGHT.address}
    _send(email, "Your sign-in was changed", "people/letters/change.txt", values)


@task()
def send_welcome(public_id: str, place: str) -> None:
    """Tell somebody whom a spreadsheet brought in that they are here, unless they have gone since."""
    user = User.objects.filter(public_id=public_id).first()
    if user:
        values = {"name": user.name, "place": place, "address": settings.FANLIGHT.address}
        _send(user.email, f"{place} uses Fanlight", "people/letters/welcome.txt", values)


def _send(to: str, subject: str, template: str, values: Mapping[str, object]) -> None:
    text = render_to_string(template, values)
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [to])
