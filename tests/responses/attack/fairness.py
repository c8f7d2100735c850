"""An organisation's round, reached as people reach it: six statements, one thing about oneself, no account."""

from typing import Any

from django.test import Client
from django.urls import reverse

from attack.stores import Codes, Fanlight
from fanlight.equity.actions import release_fair_round
from fanlight.equity.queries import ABOUT
from fanlight.people.actions import add_organisation
from fanlight.people.models import OrganisationKind
from fanlight.surveys.keys import private_key
from support.fairness import CODES, an_open_fair_round


class OnAFairPage(Fanlight):
    """Each person has a browser of their own. The “slips” are nobody's: they only count the people."""

    def begin(self, people: int) -> dict[str, Any]:
        place = add_organisation(name="A trust of its own", kind=OrganisationKind.NHS_TRUST, by=None)
        self.fair = an_open_fair_round(place, by=None)
        return {
            "slips": [f"person {number}" for number in range(people)],
            "items": [*CODES, ABOUT],
            "key": bytes(private_key(self.fair)).hex(),  # for the judge, not for the attacker
        }

    def answer(self, slip: str, codes: Codes, comment: str) -> str:  # noqa: ARG002 (nothing else is asked)
        statements = {name: code for name, code in codes.items() if name != ABOUT}
        client, address = Client(), reverse("fair", args=[self.fair.door])
        page = client.post(address, statements).content.decode()
        ballot = page.split('name="ballot" value="')[1].split('"')[0]
        said = {"about": codes[ABOUT]} if ABOUT in codes else {}
        reply = client.post(address, {**statements, **said, "ballot": ballot, "send": "yes"})
        assert reply["Location"] == reverse("fair_thanks", args=[self.fair.door]), reply.status_code
        assert not client.cookies
        return "kept"

    def close(self) -> str:
        release_fair_round(round=self.fair)
        return "closed"
