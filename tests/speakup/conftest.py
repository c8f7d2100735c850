"""What the tests of speaking up share."""

import pytest
from django.test import Client

from fanlight.speakup.access import AtWork
from fanlight.speakup.sealing import keys, receipt
from fanlight.speakup.sealing.derivation import Cost
from support.speakup import Told, a_concern, a_desk, enter
from support.worlds import Cast

LIGHT = Cost(passes=1, mebibytes=1)


@pytest.fixture(autouse=True)
def light_keys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving a key is slow on purpose. Tests of other things make it quick; `true_cost` leaves it as it is."""
    if "true_cost" not in request.keywords:
        monkeypatch.setattr(receipt, "RECEIPT", LIGHT)
        monkeypatch.setattr(keys, "PASSPHRASE", LIGHT)


@pytest.fixture
def gil(cast: Cast) -> AtWork:
    """The guardian of the trust, at work."""
    return a_desk(cast)


@pytest.fixture
def told(gil: AtWork) -> Told:
    return a_concern(gil.desk)


@pytest.fixture
def space(client: Client, gil: AtWork) -> Client:
    return enter(client, gil)
