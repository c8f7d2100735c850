"""What the tests of speaking up share."""

import pytest

from fanlight.speakup.actions.record import AtWork
from fanlight.speakup.sealing import keys, receipt
from fanlight.speakup.sealing.derivation import Cost
from support.speakup import a_desk
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
