"""Typing in paper forms: how many keys a form takes, and how long whoever types has to wait for the page.

    python benchmarks/paper.py [--forms 60]

A browser, its keyboard alone, and `fanlight serve` on SQLite, all on one machine. Every form of `fanlight-six` is
filled in whole, without a comment, and typed twice, as the check wants it. The keys come as quickly as the page takes
them: all the time there is, is the page's and the server's.

Prints the keys of a form with both entries, the seconds that it took, and what follows: the minutes at two and at three
keys a second, and how many keys a second half an hour needs. Exits with 1 if a form is not in the urn.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests"), str(HERE.parent / "src")]

from answering.installation import Installation  # noqa: E402 (found only after the line above)

from support.browser import arguments, find_browser  # noqa: E402

HALF_AN_HOUR = 30 * 60
SPEEDS = (2, 3)  # keys a second: somebody who looks for them, somebody who is used to figures


class Keyboard:
    """Presses keys, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, signs: str) -> None:
        self.page.keyboard.type(signs)
        self.pressed += len(signs)

    def enter(self) -> None:
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.pressed += 1


def type_in(page: Page, made: dict[str, Any], forms: int) -> Keyboard:
    keyboard = Keyboard(page)
    for _ in range(forms):
        parts = ["".join(random.choice("12345") for _ in part) for part in made["parts"]]
        for _ in ("first entry", "second entry"):
            for signs in parts:
                keyboard.type(signs)  # the cursor goes on to the next part by itself
            keyboard.enter()
    return keyboard


def begin(page: Page, place: Installation, made: dict[str, Any]) -> None:
    site = f"http://127.0.0.1:{place.port}"
    signed_in = place.do("typist", made["round"])
    page.context.add_cookies([{"name": signed_in["name"], "value": signed_in["value"], "url": site}])
    page.goto(f"{site}/rounds/{made['round']}/type-in/")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="I keep to that").click()


def minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forms", type=int, default=60)
    forms = parser.parse_args().forms
    with tempfile.TemporaryDirectory(prefix="fanlight-paper-") as folder, sync_playwright() as playwright:
        place = Installation(Path(folder))
        made = place.do("make", "paper", str(forms))
        with place.running():
            browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments())
            page = browser.new_page()
            begin(page, place, made)
            began = time.monotonic()
            keyboard = type_in(page, made, forms)
            waited = time.monotonic() - began
            browser.close()
            kept = place.do("count", made["round"])["sealed"]
    keys = keyboard.pressed / forms
    print(
        f"{forms} forms, each typed twice: {keys:.0f} keys a form, {waited / forms:.2f} s of waiting a form"
    )
    for speed in SPEEDS:
        print(f"at {speed} keys a second: {minutes(forms * keys / speed + waited)} for {forms} forms")
    print(f"half an hour needs {forms * keys / (HALF_AN_HOUR - waited):.1f} keys a second")
    print(f"{kept} forms are in the urn")
    return 0 if kept == forms else 1


if __name__ == "__main__":
    sys.exit(main())
