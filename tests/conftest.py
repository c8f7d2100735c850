"""Fixtures that every test may use."""

import os

import pytest
from hypothesis import settings

from support.browser import find_browser
from support.worlds import Cast, make_cast

settings.register_profile("steady", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("steady")


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 (asking for it opens the database)
    """Alice leads Ward 6; Bob works there; Charlie leads elsewhere; Dana has just left; and the others."""
    return make_cast()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped on a person's machine, and fail where nobody would notice."""
    if find_browser() or os.environ.get("CI") == "true":
        return
    missing = pytest.mark.skip(reason="no browser here: apt-get install chromium")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(missing)


MUST_NOT_BE_SKIPPED = {"browser", "postgres"}
skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and MUST_NOT_BE_SKIPPED & set(report.keywords):
        skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """On the machine that decides, a journey or a database that was left out counts as a failure."""
    if os.environ.get("CI") == "true" and skipped:
        print(f"\nSkipped, and must not be here: {', '.join(skipped)}")  # noqa: T201
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
