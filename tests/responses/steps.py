"""What somebody does to answer, page by page, as a browser without scripts would."""

from django.test import Client

from fanlight.responses.access import Door
from fanlight.surveys.models import Round


def answers_to(round: Round, number: int, code: int = 4) -> dict[str, int]:
    instrument = round.instrument
    return {item.code: code for item in instrument.items_of(instrument.composites[number - 1])}


def fill_in(client: Client, door: Door, *, code: int = 4, comment: str = "") -> None:
    """Every part and the comment, up to the check page."""
    for number in range(1, len(door.round.instrument.composites) + 1):
        client.post(door.part_url(number), answers_to(door.round, number, code))
    client.post(door.comment_url, {"comment": comment})


def show_slip(client: Client, door: Door, code: str) -> None:
    client.post(door.start_url, {"code": code})


def send(client: Client, door: Door) -> str:
    """Press Send; where that leads."""
    return client.post(door.check_url).headers.get("Location", "")
