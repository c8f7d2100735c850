"""What else ends when a role or an account ends: said before anybody decides.

Other apps know what hangs on a role; people knows none of them. So the site lays their questions here
(`fanlight.site.guardians`), and the pages that ask “are you sure?” say what they answer.
"""

from collections.abc import Callable, Iterable

from fanlight.people.models import Organisation, User
from fanlight.people.queries import organisations_with, seats_in_organisation
from fanlight.people.roles import Role

Question = Callable[[Organisation, User], Iterable[str]]

QUESTIONS: dict[Role, Question] = {}


def what_ends_with_role(organisation: Organisation, user: User, role: Role) -> tuple[str, ...]:
    """What else ends, in sentences; nothing for most roles and people."""
    asked = QUESTIONS.get(role)
    return tuple(asked(organisation, user)) if asked else ()


def what_ends_with_account(user: User) -> tuple[str, ...]:
    """The same for every role that somebody holds in an organisation."""
    return tuple(
        line
        for role in QUESTIONS
        for organisation in organisations_with(user, role)
        for line in what_ends_with_role(organisation, user, role)
    )


def what_ends_with_organisation(organisation: Organisation) -> tuple[str, ...]:
    """The same for everybody who holds such a role in it."""
    return tuple(
        line
        for seat in seats_in_organisation(organisation)
        for role in seat.roles
        for line in what_ends_with_role(organisation, seat.user, role)
    )
