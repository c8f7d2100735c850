"""What people read on a page."""

import re
from html import unescape
from html.parser import HTMLParser

from django.test import Client

NOT_READ = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL)


def words_of(page: str) -> str:
    """The words of a page without its tags: in random tokens there, any short name stands sooner or later."""
    return " ".join(unescape(NOT_READ.sub(" ", page)).split())


def sent_as_it_is(page: str) -> dict[str, str]:
    """What a browser sends if somebody presses the button of a page’s own form and changes nothing."""
    form = re.search(r'<main.*?(<form method="post".*?</form>)', page, re.DOTALL)
    assert form, "no form on this page"
    found = _Fields()
    found.feed(form.group(1))
    return found.values


def opened(client: Client, address: str) -> dict[str, str]:
    """What the form at an address begins with."""
    return sent_as_it_is(client.get(address).content.decode())


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, is_off = (
            given.get("name", ""),
            given.get("type") in {"radio", "checkbox"} and "checked" not in given,
        )
        if tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given["value"]
        elif tag == "textarea":
            self._textarea, self.values[name] = name, ""
        elif tag == "input" and not is_off:
            self.values[name] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.values[self._textarea] += data
