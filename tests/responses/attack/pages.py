"""The real store, reached as people reach it: through the pages, on a phone with a slip, and on paper typed in."""

from typing import Any

from django.test import Client
from django.urls import reverse

from attack.stores import Codes, Fanlight
from fanlight.measure.instruments import Composite, Instrument
from fanlight.responses.access import Door
from fanlight.responses.signs import BLANK, signs_of
from fanlight.surveys.models import Way


class OnAPhone(Fanlight):
    """A slip is shown, page after page is filled in, a comment is written, and all is sent: by a browser of its own."""

    def answer(self, slip: str, codes: Codes, comment: str) -> str:
        door, client = Door(self.round), Client()
        client.post(door.start_url, {"code": slip})
        for number in range(1, len(door.instrument.composites) + 1):
            client.post(door.part_url(number), codes)
        client.post(door.comment_url, {"comment": comment})
        reply = client.post(door.check_url)
        assert reply["Location"] == door.thanks_url, reply.status_code
        return "kept"


class OnPaper(Fanlight):
    """The facilitator types each form twice, with the code of its slip."""

    ways = (Way.SLIPS, Way.PAPER)

    def begin(self, people: int) -> dict[str, Any]:
        begun = super().begin(people)
        self.client = Client()
        self.client.force_login(self.cast.fay)
        self.client.post(reverse("type_in", args=[self.round.public_id]))
        self.address = reverse("type_in_form", args=[self.round.public_id])
        self.client.get(self.address)
        return begun

    def answer(self, slip: str, codes: Codes, comment: str) -> str:
        instrument = Door(self.round).instrument
        parts = {
            f"part_{number}": _signs(instrument, part, codes)
            for number, part in enumerate(instrument.composites, start=1)
        }
        first = self.client.post(self.address, {**parts, "comment": comment, "code": slip})
        entry = first.content.decode().split('name="entry" value="')[1].split('"')[0]
        second = self.client.post(self.address, {**parts, "comment": comment, "entry": entry})
        assert second.status_code == 302, second.content
        return "kept"


def _signs(instrument: Instrument, part: Composite, codes: Codes) -> str:
    signs = ""
    for item in instrument.items_of(part):
        by_code = {code: sign for sign, code in signs_of(instrument.scale_of(item)).items()}
        signs += by_code[codes[item.code]] if item.code in codes else BLANK
    return signs
