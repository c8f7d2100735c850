"""Anything that suggests a change becomes an action on a team's board."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from fanlight.guide.queries import load_guide
from fanlight.improvement.models import AgreedAction
from fanlight.people.actions import give_team_role
from fanlight.people.roles import Role
from fanlight.team.taking_on import KINDS, PAGES, proposal_for
from support.windows import a_look
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

IDEA = reverse("take_on", args=["idea", "start-huddle"])


def said(**more: str) -> dict[str, str]:
    again = timezone.localdate() + timezone.timedelta(days=21)
    form = {"what": "A huddle", "first_step": "On Tuesday", "who": "the team"}
    return {**form, "look_again_on": again.isoformat(), "element": "tasks", "focus": "teamwork", **more}


def test_an_idea_comes_with_everything_filled_in(cast: Cast) -> None:
    page = signed_in(cast.bob).get(IDEA).content.decode()
    assert load_guide().idea("start-huddle").title in page
    assert "For which team?" not in page


def test_an_idea_goes_on_the_board_and_says_where_it_came_from(cast: Cast) -> None:
    response = signed_in(cast.bob).post(IDEA, said())
    assert response["Location"] == reverse("board", args=[cast.ward.public_id])
    action = AgreedAction.objects.get()
    assert (action.came_kind, action.came_id, action.element) == ("idea", "start-huddle", "tasks")
    assert action.came_from.startswith("An idea from the guide: ")


def test_taking_the_same_on_twice_is_one_action(cast: Cast) -> None:
    for _ in range(2):
        signed_in(cast.bob).post(IDEA, said())
    assert AgreedAction.objects.count() == 1


def test_one_press_is_enough_unless_something_has_to_be_asked(cast: Cast) -> None:
    client = signed_in(cast.bob)
    for _ in range(2):
        response = client.post(IDEA, {"at_once": "yes"})
    action = AgreedAction.objects.get()
    assert response["Location"] == reverse("action", args=[action.public_id])
    assert (action.what, action.who) == (load_guide().idea("start-huddle").title, "the team")
    assert action.first_step
    assert (
        client.post(reverse("take_on", args=["card", "the-porter-knows"]), {"at_once": "yes"}).status_code
        == 422
    )
    assert AgreedAction.objects.count() == 1, "a card alone does not say what to try"


def test_somebody_with_two_teams_chooses(cast: Cast) -> None:
    give_team_role(team=cast.elsewhere, user=cast.bob, role=Role.MEMBER, by=None)
    client = signed_in(cast.bob)
    assert "For which team?" in client.get(IDEA).content.decode()
    assert client.post(IDEA, said()).status_code == 422
    client.post(IDEA, said(team_id=cast.elsewhere.public_id))
    assert AgreedAction.objects.get().team == cast.elsewhere


def test_nobody_takes_on_anything_for_a_team_of_others(cast: Cast) -> None:
    signed_in(cast.bob).post(IDEA, said(team_id=cast.elsewhere.public_id))
    assert {action.team for action in AgreedAction.objects.all()} <= {cast.ward}


def test_somebody_without_a_team_is_told_what_to_do(cast: Cast) -> None:
    assert "you are not in one yet" in signed_in(cast.eve).get(IDEA).content.decode()


def test_what_is_not_there_is_404(cast: Cast) -> None:
    for kind, name in (("idea", "no-such-idea"), ("card", "no-such-card"), ("moon", "start-huddle")):
        assert signed_in(cast.bob).get(reverse("take_on", args=[kind, name])).status_code == 404


def test_a_card_that_was_talked_about_is_kept_with_the_action(cast: Cast) -> None:
    signed_in(cast.bob).post(reverse("take_on", args=["card", "the-porter-knows"]), said())
    assert AgreedAction.objects.get().card == "the-porter-knows"


def test_a_theme_of_our_windows_goes_on_our_board_and_nobody_elses(cast: Cast) -> None:
    theme = a_look(cast.ward, by=cast.bob).theme
    address = reverse("take_on", args=["theme", theme.public_id])
    assert signed_in(cast.charlie).get(address).status_code == 404
    assert signed_in(cast.eve).get(address).status_code == 403
    signed_in(cast.bob).post(address, said())
    action = AgreedAction.objects.get()
    assert (action.team, action.came_kind, action.came_id) == (cast.ward, "theme", theme.public_id)


def test_every_first_step_of_the_guide_fits_on_the_board(cast: Cast) -> None:
    for idea in load_guide().ideas:
        proposal = proposal_for(cast.bob, "idea", idea.slug)
        assert 0 < len(proposal.first_step) <= 200, idea.slug
        assert len(proposal.what) <= 200
        assert len(proposal.came_from) <= 200


def test_every_page_that_is_led_back_to_exists() -> None:
    assert set(PAGES) <= set(KINDS)
    for name in PAGES.values():
        try:
            reverse(name, args=["x"])
        except NoReverseMatch:  # pragma: no cover
            pytest.fail(f"{name} takes one name")
