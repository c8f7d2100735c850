"""The page that explains what is held back, and its picture."""

import re

from django.test import Client
from django.urls import reverse

from fanlight.design.charts.shutters import HELD_BACK
from fanlight.measure.disclosure import Policy, Reason
from fanlight.results.pages.withheld import WARDS, why_withheld_page


def test_anybody_may_read_it_and_it_only_reads() -> None:
    client = Client()
    assert client.get(reverse("why_withheld")).status_code == 200
    assert client.post(reverse("why_withheld")).status_code == 405


def test_every_reason_is_explained_in_the_words_that_pages_use() -> None:
    told = {words for _, reasons in why_withheld_page().reasons for words in reasons}
    assert told == {reason.words for reason in Reason if reason is not Reason.MARKED}


def test_every_threshold_of_the_policy_is_there() -> None:
    page = why_withheld_page(Policy(minimum=20))
    assert [row.text.split(":")[0] for row in page.rules] == [each.name for each in Policy().thresholds()]
    assert page.rules[0].text == "Smallest group: 20 people"


def test_the_picture_hides_the_small_ward_and_one_more_as_the_rules_decide() -> None:
    alone, together = why_withheld_page().picture_table.rows
    assert alone[-1] == str(min(WARDS.values()))
    assert [cell == HELD_BACK for cell in together] == [False, False, False, False, True, True]


def test_the_picture_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    picture = why_withheld_page().picture
    described = re.findall(r"<desc[^>]*>([^<]*)</desc>", picture)
    assert len(described) == 2
    for words in described:
        assert "78 less 34, 27 and 13 leaves 4" in words
        assert "Ward 3 held back, Ward 4 held back" in words
        assert "leaves 17 in two wards together" in words


def test_the_page_gives_the_picture_as_a_table_and_somewhere_to_go() -> None:
    text = Client().get(reverse("why_withheld")).text
    assert "The same as a table" in text
    assert reverse("guide_cards") in text
    assert "It is never decided again" in text
