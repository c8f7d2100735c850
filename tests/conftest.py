"""Fixtures that every test may use."""

import pytest

from support.browser import find_browser
from support.worlds import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 (asking for it opens the database)
    """Alice leads Ward 6; Bob works there; Charlie leads elsewhere; Dana has just left; and the others."""
    return make_cast()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    import os

    if find_browser() or os.environ.get("CI") == "true":
        return
    missing = pytest.mark.skip(reason="no browser here: apt-get install chromium")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(missing)
