"""What the tests of talking share."""

import pytest

from fanlight.surveys.models import Round
from support.worlds import Cast, a_released_round


@pytest.fixture
def released(cast: Cast) -> Round:
    return a_released_round(cast.ward, by=cast.alice)
