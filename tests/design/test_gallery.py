"""The archetypes as plain files: what any page must keep to, whatever is on it."""

import gzip
import re

import pytest

BUILT = "static/fanlight/built"


@pytest.fixture(scope="module")
def pages(folder):
    return {path.stem: path.read_text() for path in folder.glob("*.html")}


def test_every_archetype_is_there(pages):
    assert {"home", "question", "stood-out", "board", "screen", "sign-in", "lost", "thanks"} <= set(pages)


def test_every_page_has_one_heading_that_says_something(pages):
    for name, text in pages.items():
        assert len(re.findall("<h1", text)) == 1, name


def test_every_page_is_in_british_english_and_can_be_skipped_into(pages):
    for name, text in pages.items():
        assert '<html lang="en-GB">' in text, name
        assert 'id="main"' in text, name


def test_no_page_carries_a_style_or_a_script_of_its_own(pages):
    for name, text in pages.items():
        assert not re.search(r"\sstyle=|<style|\son\w+=", text), name
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), name


def test_no_page_names_another_host(pages):
    for name, text in pages.items():
        assert not re.search(r"(https?:)?//", text.replace("http://www.w3.org/2000/svg", "")), name


def test_no_page_uses_one_identifier_twice(pages):
    for name, text in pages.items():
        found = re.findall(r'\bid="([^"]+)"', text)
        assert len(found) == len(set(found)), name


def test_every_identifier_that_is_pointed_at_exists(pages):
    for name, text in pages.items():
        there = set(re.findall(r'\bid="([^"]+)"', text))
        for pointed in re.findall(r'(?:aria-labelledby|aria-describedby|for)="([^"]+)"', text):
            assert set(pointed.split()) <= there, (name, pointed)


def test_a_page_asks_for_one_thing_at_most(pages):
    for name, text in pages.items():
        assert len(re.findall(r'class="nhsuk-button"', text)) <= 1, name


@pytest.mark.parametrize("name", ["question", "question-errors", "thanks"])
def test_what_a_respondent_loads_is_under_30_kilobytes(folder, pages, name):
    loaded = [*re.findall(r'(?:href|src)="(static/[^"]+)"', pages[name])]
    size = sum(len(gzip.compress((folder / path).read_bytes())) for path in loaded)
    assert size + len(gzip.compress(pages[name].encode())) < 30_000
    assert f"{BUILT}/answer.css" in loaded


@pytest.mark.parametrize("name", ["question", "thanks"])
def test_a_respondent_needs_no_script(pages, name):
    assert "<script" not in pages[name]


def test_a_page_with_problems_says_so_in_its_title(pages):
    assert "<title>Please check: " in pages["question-errors"]
    assert "<title>Communication" in pages["question"]
