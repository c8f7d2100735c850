"""What ends with a guardian's role, for whoever is about to end it. It never says whether anybody has spoken up."""

from fanlight.design.english import listed
from fanlight.people.models import Organisation, User
from fanlight.speakup.access import guardian_at, hearing_at
from fanlight.speakup.models import Desk, Guardian
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.spares import second_holders


def what_ends_with_guardian(organisation: Organisation, user: User) -> tuple[str, ...]:
    """Nothing for somebody who holds no keys, or only keeps a spare one."""
    desk = Desk.objects.filter(organisation=organisation.public_id).first()
    guardian = guardian_at(desk, user) if desk else None
    if desk is None or guardian is None or not guardian.can_let_in:
        return ()
    others = [called(one) for one in hearing_at(desk) if one.pk != guardian.pk]
    return (_who_goes_on(user, organisation, others), _what_stays_sealed(guardian), _better_first(user))


def _who_goes_on(user: User, organisation: Organisation, others: list[str]) -> str:
    if others:
        return f"{user.name} holds keys for speaking up at {organisation.name}. {listed(others)} would go on listening."
    return (
        f"{user.name} is the only one who listens to people who speak up at {organisation.name}. With the role, that "
        "ends: the page for speaking up will say that nobody listens there, and show where else people can go."
    )


def _what_stays_sealed(guardian: Guardian) -> str:
    [(_, second)] = second_holders([guardian])
    kept = f", or through {called(second)}, who keeps their spare key" if second else ""
    return (
        "Whatever was sealed to them alone opens to nobody who comes after them, and neither to you nor to whoever "
        f"runs this site. It can be read again only if the person who wrote it comes back with their code and agrees"
        f"{kept}."
    )


def _better_first(user: User) -> str:
    return (
        f"Better first: {user.name} opens the guardian’s space, lets somebody else in under “People and keys”, hands "
        "everything over, and presses “Leave this desk”. It takes ten minutes."
    )
