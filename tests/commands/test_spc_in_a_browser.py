"""The page of charts in a real browser: accessible, quiet, no wider than a phone; and its charts elsewhere."""

import csv

import pytest
from axe_playwright_python.sync_playwright import Axe

from fanlight.commands.__main__ import main
from fanlight.design.charts.control import control_chart_for_every_screen
from fanlight.design.charts.control_icons import variation_icon
from fanlight.measure import spc

pytestmark = pytest.mark.browser
MONTHS = [f"{year}-{month:02}-01" for year in (2024, 2025) for month in range(1, 13)]
SERIES = {
    "Huddles held": [9, 11] * 8 + [13, 14] * 4,
    "Falls": [5, 6, 4] * 8,
    "Days_with_a_long_name_that_nobody_has_ever_shortened": [5] * 23 + [30],
    "New": [3],
}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    with (folder / "points.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [
            (name, *point) for name, values in SERIES.items() for point in zip(MONTHS, values, strict=False)
        ]
        csv.writer(file).writerows([("series_id", "period", "value"), *rows])
    command = ["spc", str(folder / "points.csv"), "--better", "up", "--target", "12"]
    assert main([*command, "--rebase", "2025-01-01=a new rota", "--out", str(folder / "page.html")]) == 0
    return folder / "page.html"


@pytest.mark.parametrize("width", [320, 1240])
def test_the_page_is_accessible_quiet_and_fits(chromium, page_file, width):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url) if "file:" not in request.url else None)
    page.goto(page_file.as_uri())
    for details in page.locator("summary").all():
        details.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_chart_text_is_legible_on_a_small_phone(chromium, page_file):
    page = chromium.new_page(viewport={"width": 320, "height": 800})
    page.goto(page_file.as_uri())
    sizes = page.eval_on_selector_all(
        ".fl-spc text",
        "texts => texts.map(text => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)",
    )
    assert min(sizes) >= 10.5
    page.close()


def test_a_chart_keeps_to_a_policy_without_inline_style(chromium):
    chart = spc.xmr(spc.Points.of(MONTHS, SERIES["Huddles held"]), spc.Plan(target=12))
    drawn = control_chart_for_every_screen(chart, key="c", name="Huddles")
    icon = variation_icon(chart.variation, key="v")
    policy = "default-src 'none'; style-src 'self'"
    body = (
        f"<!doctype html><html lang=en-GB><title>Chart</title><main><h1>Chart</h1>{icon}{drawn}</main></html>"
    )
    page = chromium.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    headers = {"Content-Security-Policy": policy, "Content-Type": "text/html"}
    page.route("**/*", lambda route: route.fulfill(body=body, headers=headers))
    page.goto("http://fanlight.test/")
    assert page.locator("svg").count() == 3
    assert [each for each in complaints if "favicon" not in each] == []
    page.close()
