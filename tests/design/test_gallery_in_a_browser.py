"""The archetypes in a real browser under a strict policy: accessible, quiet, and nothing from elsewhere."""

import mimetypes
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'"
HERE = "http://fanlight.test/"
PAGES = (
    "home", "home-new", "question", "question-errors", "thanks", "stood-out", "board", "screen", "sign-in",
    "sign-in-errors", "lost", "forms", "forms-errors", "family",
)  # fmt: skip

WIDE = ("home", "stood-out", "board", "screen", "sign-in")

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(chromium, folder):
    """Open a page as a server would give it, and collect whatever the browser complains about."""
    opened = []

    def serve(route):
        address = route.request.url
        file = folder / address.removeprefix(HERE).partition("#")[0]
        if not address.startswith(HERE) or not file.is_file():
            complaints.append(f"asked for {address}")
            return route.abort()
        kind = mimetypes.guess_type(file.name)[0] or "text/plain"
        return route.fulfill(
            path=Path(file), headers={"Content-Security-Policy": POLICY, "Content-Type": kind}
        )

    complaints: list[str] = []

    def open_page(name, width, **options):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route("**/*", serve)
        page.goto(f"{HERE}{name}.html")
        return page, complaints

    yield open_page
    for context in opened:
        context.close()


def assert_nothing_is_wrong(page):
    # axe itself is put into the page from here, not loaded by it, so the policy is not in its way.
    rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong_and_nothing_has_to_be_scrolled_sideways(visit, name):
    page, complaints = visit(name, 390)
    assert_nothing_is_wrong(page)
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if name in WIDE:
        assert_nothing_is_wrong(page)
    assert complaints == []


@pytest.mark.parametrize("name", ["question", "home", "stood-out"])
def test_letters_twice_as_large_still_fit(visit, name):
    page, _ = visit(name, 640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("name", ["question", "board", "stood-out"])
def test_targets_are_large_enough_for_a_thumb(visit, name):
    page, _ = visit(name, 390)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input:not([type=hidden]), summary')]
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([_, r]) => r.width && (r.height < 24 || r.width < 24)).map(([html]) => html)"""
    )
    assert small == []


def test_an_answer_is_chosen_by_a_tap_anywhere_on_its_box_without_scripts(visit):
    page, _ = visit("question", 390, java_script_enabled=False)
    box = page.locator(".fl-scale__row label", has_text="Strongly agree").first.bounding_box()
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    assert page.locator("input[value='5']").first.is_checked()


def test_the_menu_opens_without_scripts(visit):
    page, _ = visit("home", 390, java_script_enabled=False)
    page.get_by_text("Alice Marsh").click()
    assert page.get_by_role("button", name="Sign out").is_visible()


def test_escape_closes_the_menu(visit):
    page, _ = visit("home", 1280)
    page.get_by_text("Alice Marsh").click()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Sign out").is_visible()


def test_an_error_summary_leads_to_its_field(visit):
    page, _ = visit("forms-errors", 1280)
    page.get_by_role("link", name="Choose an answer for “Which focus is it about?”").click()
    assert page.evaluate("document.activeElement.name || location.hash") in ("focus", "#id_focus")
