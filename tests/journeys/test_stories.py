"""A story is told from the board, shared when all in it agree, and taken over by another team."""

import pytest
from django.urls import reverse

from fanlight.improvement.models import AgreedAction
from fanlight.stories.models import Story
from journeys.conftest import Visitor
from support.changes import an_action
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_story_is_taken_over_by_another_team(visitor: Visitor, cast: Cast) -> None:
    action = an_action(cast.ward)
    visitor.sign_in(cast.alice)
    visitor.go(reverse("tell_story", args=[action.public_id]))
    visitor.look_closely()
    for name, words in {
        "title": "A red apron on the drug round",
        "situation": "The round was broken into four times on most evenings.",
        "tried": "One of us wore a red apron for a week.",
        "happened": "Twice instead of four times.",
    }.items():
        visitor.page.locator(f"[name={name}]").fill(words)
    visitor.page.locator("[name=focus]").select_option("communication")
    visitor.press("Keep the story")
    visitor.look_closely()
    visitor.press("Choose who may read it")
    visitor.page.locator("[name=readers][value=everybody]").check()
    visitor.press("Keep this")
    assert visitor.sees("Ask everybody who is in it first")
    visitor.troubles[:] = [told for told in visitor.troubles if "422" not in told]
    visitor.look_closely()
    visitor.page.locator("[name=readers][value=everybody]").check()
    visitor.page.locator("[name=all_agree]").check()
    visitor.press("Keep this")
    visitor.look_closely()
    visitor.page.context.clear_cookies()
    visitor.go(reverse("story_public", args=[Story.objects.get().public_id]))
    visitor.look_closely()
    take_it_over(visitor, cast)


def take_it_over(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.charlie)
    visitor.go(reverse("stories"))
    visitor.look_closely()
    visitor.press("A red apron on the drug round")
    visitor.look_closely()
    visitor.press("We tried this too")
    visitor.look_closely()
    visitor.page.locator("[name=words]").fill("Ours was blue, and it helped.")
    visitor.press("Tell them")
    assert visitor.sees("Ours was blue, and it helped.")
    visitor.press("Take it over onto our board")
    assert visitor.sees("It is on your board")
    visitor.look_closely()
    taken = AgreedAction.objects.get(team=cast.elsewhere)
    assert (taken.what, taken.came_kind) == ("A red apron on the drug round", "story")
