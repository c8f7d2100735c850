"""From a finding to the next time we ask, on one page and on the wall."""

import html
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import CameFrom, end_aim, move_action, put_figures, report_progress
from fanlight.improvement.models import AgreedAction, Aim, BranchKind, Decision, Progress
from fanlight.improvement.queries import BRANCH
from fanlight.improvement.queries.gist import gist_of_action
from fanlight.surveys.models import State
from fanlight.team.pages.telling import story_begun
from fanlight.team.pages.thread import thread_page
from fanlight.team.queries.thread import thread_of
from support.changes import a_cycle, a_measure, a_tree, an_action, an_aim, weeks
from support.worlds import Cast, a_released_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db


def whole_thread(cast: Cast) -> AgreedAction:
    """A change with everything that may belong to one."""
    round = a_released_round(cast.ward, by=cast.alice)
    action = an_action(
        cast.ward, round=round, focus="communication", card="the-porter-knows", element="tasks"
    )
    a_cycle(action, decision=Decision.ADAPT)
    put_figures(measure=a_measure(cast.ward, action=action), entries=weeks([3, 4, 5, 4]), by=None)
    AgreedAction.objects.filter(pk=action.pk).update(agreed_on=timezone.localdate() - timedelta(days=30))
    an_open_round(cast.ward, by=cast.alice)
    action.refresh_from_db()
    return action


def test_a_new_idea_has_a_thread_that_says_how_to_go_on(cast: Cast) -> None:
    page = thread_page(thread_of(an_action(cast.ward)), may_plan=True)
    assert [stitch.is_there for stitch in page.stitches] == [False, False, True, False, False, False, False]
    assert all(stitch.links for stitch in page.stitches if not stitch.is_there)


def test_a_lead_plans_a_pulse_of_the_same_focus_from_the_thread(cast: Cast) -> None:
    action = an_action(cast.ward, focus="communication")
    here = reverse("thread", args=[action.public_id])
    planning = f"{reverse('plan', args=[cast.ward.public_id])}?focus=communication"
    asked = signed_in(cast.bob).get(here).content.decode()
    assert "lead can plan one" in asked
    assert planning not in asked
    client = signed_in(cast.alice)
    assert planning in client.get(here).content.decode()
    assert 'value="fanlight-pulse" checked' in " ".join(client.get(planning).content.decode().split())
    a_released_round(cast.ward, by=cast.alice)
    rested = re.findall(r'name="opens_on"[^>]*value="([^"]*)"', client.get(planning).content.decode())
    assert rested > [timezone.localdate().isoformat()], "not sooner than people have rested"
    soon = timezone.localdate() + timedelta(days=92)
    days = {"opens_on": soon.isoformat(), "closes_on": (soon + timedelta(days=14)).isoformat()}
    response = client.post(planning, {"instrument": "fanlight-pulse", "people": "30", "ways": "link", **days})
    assert response["Location"].endswith("/questions/?focus=communication")
    page = client.get(response["Location"]).content.decode()
    assert re.findall(r'value="(\w+)" checked', page) == ["C1"]


def test_an_odd_focus_in_the_address_chooses_nothing(cast: Cast) -> None:
    page = (
        signed_in(cast.alice)
        .get(reverse("plan", args=[cast.ward.public_id]) + "?focus=%22x")
        .content.decode()
    )
    assert not re.findall(r'type="radio"[^>]*checked', page)


def test_a_whole_thread_is_on_one_page(cast: Cast) -> None:
    action = whole_thread(cast)
    page = signed_in(cast.bob).get(reverse("thread", args=[action.public_id])).content.decode()
    for words in (
        "The porter knows",
        "A huddle on nights. Adapt.",
        "Huddles held: ",
        "open now",
        "You said, we did",
    ):
        assert words in page


def test_only_a_round_about_the_same_focus_asks_again(cast: Cast) -> None:
    action = an_action(cast.ward, focus="communication")
    AgreedAction.objects.update(agreed_on=timezone.localdate() - timedelta(days=30))
    action.refresh_from_db()
    round = an_open_round(cast.ward, by=cast.alice)
    assert thread_of(action).again == round
    civil = [item.code for item in round.instrument.items if item.focus == "civility"]
    round.only_items = civil
    round.save()
    assert thread_of(action).again is None


def test_a_round_that_is_only_being_planned_is_not_told_of(cast: Cast) -> None:
    action = whole_thread(cast)
    round = thread_of(action).again
    assert round is not None
    round.state = State.DRAFT
    round.save()
    assert thread_of(action).again is None


def test_the_wall_says_that_it_was_tested_and_what_the_chart_says(cast: Cast) -> None:
    action = whole_thread(cast)
    report_progress(
        action=action,
        progress=Progress.TRYING,
        note="Better",
        look_again_on=action.look_again_on,
        version=2,
        by=None,
    )
    assert action.round is not None
    page = Client().get(reverse("we_did", args=[action.round.door])).content.decode()
    assert "Tested once, small." in page
    assert "Huddles held" in page
    assert "3 of" not in page


def test_a_story_is_offered_when_the_change_is_over(cast: Cast) -> None:
    action = whole_thread(cast)
    assert gist_of_action(action).surprised == ("The phone rang",)
    client, here = signed_in(cast.bob), reverse("action", args=[action.public_id])
    offer = reverse("tell_story", args=[action.public_id])
    assert "Tell it as a story of one page" not in client.get(here).content.decode()
    report_progress(
        action=action,
        progress=Progress.KEPT,
        note="It helped",
        look_again_on=action.look_again_on,
        version=2,
        by=None,
    )
    assert "Tell it as a story of one page" in client.get(here).content.decode()
    assert action.what in client.get(offer).content.decode()


def test_a_story_begins_without_a_day_or_a_capital_that_would_be_taken_for_a_name(cast: Cast) -> None:
    action = an_action(cast.ward)
    measure = a_measure(cast.ward, action=action)
    put_figures(measure=measure, entries=weeks([2, 3] * 6 + [6, 7] * 4), by=None)
    assert gist_of_action(action).counted == ("Huddles held: higher than usual, an improvement",)
    begun = story_begun(gist_of_action(action)).initial
    said = {**begun, "situation": "Nights began without it.", "focus": "communication"}
    response = signed_in(cast.bob).post(reverse("write_story", args=[cast.ward.public_id]), said)
    assert response.status_code == 302, "what the software wrote itself raises no question"


def an_aim_that_ended(cast: Cast) -> Aim:
    """Of two ideas in its tree one was tried, tested and counted."""
    aim = a_tree(cast.ward)
    tried, waits = aim.branches.filter(kind=BranchKind.IDEA)[:2]
    for idea in (tried, waits):
        came = CameFrom("An idea for our aim", BRANCH, idea.public_id)
        action = an_action(cast.ward, what=idea.words, came_from=came, focus="communication")
        if idea == tried:
            a_cycle(action, decision=Decision.ADOPT)
            put_figures(measure=a_measure(cast.ward, action=action), entries=weeks([3, 4, 5]), by=None)
            move_action(action=action, version=2, to=Progress.KEPT, by=None)
    return end_aim(aim=aim, version=aim.version, came_of_it="Six nights in seven", by=None)


def test_a_story_is_offered_when_the_project_is_over_and_begins_from_its_thread(cast: Cast) -> None:
    aim = an_aim_that_ended(cast)
    client, offer = signed_in(cast.bob), reverse("tell_aim", args=[aim.public_id])
    assert offer in client.get(reverse("aim", args=[aim.public_id])).content.decode()
    page = html.unescape(client.get(offer).content.decode())
    for words in (
        "Six nights in seven",
        "From 2 nights in 7 to 6 in 7",
        "Print it on the handover sheet (It helped, and we keep it).",
        "The phone rang.",
        "Huddles held: ",
        'value="communication" selected',
    ):
        assert words in page
    assert "A clip beside the kettle" not in page, "what was not tried is not told"


def test_no_story_is_offered_while_the_project_goes_on(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    page = signed_in(cast.bob).get(reverse("aim", args=[aim.public_id])).content.decode()
    assert reverse("tell_aim", args=[aim.public_id]) not in page


def test_strangers_get_404_and_colleagues_outside_the_team_403(cast: Cast) -> None:
    address = reverse("thread", args=[an_action(cast.ward).public_id])
    assert signed_in(cast.charlie).get(address).status_code == 404
    assert signed_in(cast.eve).get(address).status_code == 403
