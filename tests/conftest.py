"""Fixtures that every test may use."""

import gc
import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db.models.signals import post_migrate
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from support.browser import arguments, find_browser
from support.examples import ORDINARY, THOROUGH
from support.speakup import forget_record
from support.worlds import Cast, make_cast

os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # the browser's loop and Django's tables share a thread
# a busy machine is no reason to fail
settings.register_profile("steady", deadline=None, max_examples=ORDINARY)
settings.register_profile("thorough", deadline=None, max_examples=THOROUGH)
settings.load_profile("steady")
MUST_NOT_BE_SKIPPED = {"browser", "postgres"}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:  # noqa: ARG001
    """Tables of its own for each worker; and none of Django's own permissions, which nobody asks: ours are roles."""
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


@pytest.fixture(autouse=True)
def _nobody_has_tried() -> None:
    """Every test begins with empty counters: what another tried in this minute refuses nobody here."""
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 (asking for it opens the database)
    """Alice leads Ward 6; Bob works there; Charlie leads elsewhere; Dana has just left; and the others."""
    return make_cast()


@pytest.fixture
def forgets_the_record(transactional_db: None) -> Iterator[None]:  # noqa: ARG001
    """For tests that commit: the guardians' record refuses to be cleared, so it is emptied before the tables are."""
    yield
    forget_record()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of a test process: two cannot run in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments())
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that workers end together.

    Without a browser its tests are skipped on a person's machine, and fail where nobody would notice.
    """
    items.sort(key=lambda item: MUST_NOT_BE_SKIPPED.isdisjoint(item.keywords))
    if find_browser() or os.environ.get("CI") == "true":
        return
    missing = pytest.mark.skip(reason="no browser here: apt-get install chromium")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(missing)


skipped: list[str] = []


def pytest_collection_finish() -> None:
    """What was loaded until now stays: there is little use in looking again and again for what of it could go."""
    gc.set_threshold(50_000, 20, 50)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and MUST_NOT_BE_SKIPPED & set(report.keywords):
        skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """On the machine that decides, a journey or a database that was left out counts as a failure."""
    if os.environ.get("CI") == "true" and skipped:
        print(f"\nSkipped, and must not be here: {', '.join(skipped)}")  # noqa: T201
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
