"""The public board: signs that mean something to one person each, or to nobody."""

from dataclasses import dataclass

from fanlight.design.english import moment
from fanlight.speakup.models import Edition, Notice


@dataclass(frozen=True)
class Board:
    """The board as everybody sees it."""

    signs: tuple[str, ...]
    set_at: str


def signs_shown() -> Board:
    edition = Edition.objects.first()
    signs = sorted(Notice.objects.values_list("sign", flat=True))
    return Board(
        tuple(f"{sign[:4]} {sign[4:]}".upper() for sign in signs), moment(edition.set_at) if edition else ""
    )
