"""On a phone: is work as fair for me? Six statements, one thing about oneself, and the results for everybody."""

import pytest
from django.urls import reverse

from fanlight.equity.actions import release_fair_round
from journeys.conftest import Visitor
from support.fairness import an_open_fair_round, answer_as
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_it_is_answered_in_two_steps_and_everybody_reads_the_same(visitor: Visitor, cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    visitor.go(reverse("fair", args=[round.door]))
    visitor.look_closely()
    for number in range(1, 7):
        visitor.page.locator(f"input[name=F{number}]").nth(3).check(force=True)
    visitor.press("Next")
    assert visitor.heading() == "One thing about you, if you like"
    visitor.look_closely()
    visitor.page.get_by_label("Asian or Asian British: Indian").check(force=True)
    visitor.press("Send my answers")
    assert visitor.heading() == "Thank you"
    visitor.look_closely()
    answer_as(round, {0: 60, 9: 20, 10: 15, 16: 12})
    release_fair_round(round=round)
    visitor.go(reverse("fair_results", args=[round.door]))
    assert visitor.sees("I can be myself at work.")
    visitor.look_closely()
