"""What an administrator hands out while a round is open: a message, its reminder, and a poster."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import day, listed, moment
from fanlight.equity.models import FairRound
from fanlight.responses.documents import Poster, printed_poster
from fanlight.surveys.models import Way
from fanlight.surveys.promise import CANNOT_PREVENT
from fanlight.surveys.reminding import reminder_times


@dataclass(frozen=True)
class Message:
    """Words to copy into whatever reaches everybody."""

    name: str
    subject: str
    lines: tuple[str, ...]


def address_of(round: FairRound) -> str:
    """What people type or scan. It is the same for everybody."""
    return f"{settings.FANLIGHT.address}{reverse('fair', args=[round.door])}"


def messages(round: FairRound) -> tuple[Message, Message]:
    """The invitation and the reminder. Everybody gets the same: nobody knows who has answered."""
    here, asked = round.organisation.name, str(round.about["title"]).lower()
    close = (
        address_of(round),
        "It takes about a minute, on any phone. No account, no name. Then we ask one thing about you, your "
        f"{asked}, which you may leave out.",
        f"It closes {moment(round.closes_at)}. The results are then at the same address, for everybody at once.",
        "Everybody here gets this message. We do not know who has answered and who has not.",
    )
    invitation = (
        f"Is work as fair for you as for others here? Six short statements. {round.purpose}",
        *close,
    )
    reminder = ("If you have answered already: thank you. If not, there is still time.", *close)
    return (
        Message("The invitation", f"Is work in {here} as fair for everybody?", invitation),
        Message("The reminder", f"Still open: is work in {here} as fair for everybody?", reminder),
    )


def good_days(round: FairRound) -> str:
    """When a reminder reaches nights and days alike. Empty if the close is too near for one."""
    now = timezone.now()
    found = [at for at in reminder_times(now, round.closes_at) if at > now]
    if not found:
        return ""
    return (
        f"Good days for a reminder: {listed([day(at) for at in found])}, at the handover from nights to days."
    )


def fair_poster_pdf(round: FairRound) -> bytes:
    return printed_poster(
        Poster(
            title="Is work here as fair for everybody?",
            lead=f"Tell us in a minute, wherever you work in {round.organisation.name}. No account, no name.",
            address=address_of(round),
            until=f"Open until {moment(round.closes_at)}",
            promises=(
                "Your answers are sealed, counted by a program at the close, and deleted. Nobody reads them.",
                f"We ask one thing about you, your {str(round.about['title']).lower()}. You may leave it out.",
                "Nothing is shown of any team or of a few people. Everybody sees the results at once.",
            ),
            plainly=CANNOT_PREVENT[Way.LINK],
        )
    )
