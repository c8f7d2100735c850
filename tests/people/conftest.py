"""Every test about people begins with empty counters: nobody has tried anything yet."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_tried() -> None:
    cache.clear()
