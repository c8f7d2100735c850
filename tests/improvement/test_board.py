"""The board: moved by a tap, changed by two people at once, and a kind word where it helps."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import move_action
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.pages.board import board_page
from fanlight.improvement.pages.places import sources
from fanlight.improvement.queries import only_tells
from support.changes import an_action
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=14)


def board(cast: Cast) -> str:
    return reverse("board", args=[cast.ward.public_id])


def edited(action: AgreedAction, **more: str) -> dict[str, str]:
    form = {
        "what": action.what,
        "first_step": action.first_step,
        "who": "the team",
        "element": "",
        "focus": "",
    }
    return {**form, "look_again_on": SOON.isoformat(), "card": "", "version": str(action.version), **more}


def test_an_empty_board_invites(cast: Cast) -> None:
    page = signed_in(cast.bob).get(board(cast)).content.decode()
    assert "Nothing on the board yet" in page
    assert "Add something to try" in page


def test_the_board_leads_to_where_things_to_try_come_from(cast: Cast) -> None:
    client = signed_in(cast.bob)
    page = client.get(board(cast)).content.decode()
    ways = sources(cast.ward)
    assert reverse("speak_up_learned") in {way.href for way in ways}
    assert "What one person said never comes here" in page
    for way in ways:
        assert way.text in page
        assert client.get(way.href).status_code == 200, way.text


def test_two_lines_put_something_on_the_board(cast: Cast) -> None:
    client, address = signed_in(cast.bob), reverse("add_action", args=[cast.ward.public_id])
    filled_in = {"who": "the team", "look_again_on": SOON.isoformat()}
    response = client.post(address, {"what": "Label the drawers", "first_step": "One drawer", **filled_in})
    assert response["Location"] == board(cast)
    assert "Label the drawers" in client.get(board(cast)).content.decode()


def test_what_is_missing_is_named(cast: Cast) -> None:
    response = signed_in(cast.bob).post(reverse("add_action", args=[cast.ward.public_id]), {"what": "x"})
    assert response.status_code == 422
    assert "The first step" in response.content.decode()
    assert not AgreedAction.objects.exists()


def test_a_tap_moves_a_card_and_a_second_tap_is_harmless(cast: Cast) -> None:
    action = an_action(cast.ward)
    address = reverse("move_action", args=[action.public_id])
    for _ in range(2):
        assert signed_in(cast.bob).post(address, {"to": "trying", "version": "1"}).status_code == 302
    action.refresh_from_db()
    assert (action.progress, action.version) == (Progress.TRYING, 2)


def test_two_people_who_move_one_card_apart_are_told(cast: Cast) -> None:
    action = an_action(cast.ward)
    move_action(action=action, version=1, to=Progress.TRYING, by=cast.alice)
    client, address = signed_in(cast.bob), reverse("move_action", args=[action.public_id])
    response = client.post(address, {"to": "stopped", "version": "1"})
    assert response.status_code == 409
    told = response.content.decode()
    assert "It stands under “Trying”" in told
    assert "Move it to “Let go”" in told
    assert AgreedAction.objects.get().progress == Progress.TRYING
    client.post(address, {"to": "stopped", "version": "2"})
    assert AgreedAction.objects.get().progress == Progress.STOPPED


@pytest.mark.parametrize("sent", [{"to": "the moon", "version": "1"}, {"to": "trying", "version": "x"}, {}])
def test_a_move_that_makes_no_sense_changes_nothing(sent: dict[str, str], cast: Cast) -> None:
    address = reverse("move_action", args=[an_action(cast.ward).public_id])
    assert signed_in(cast.bob).post(address, sent).status_code == 302
    assert AgreedAction.objects.get().version == 1


def test_two_people_who_write_at_once_see_both_texts(cast: Cast) -> None:
    action = an_action(cast.ward)
    address = reverse("edit_action", args=[action.public_id])
    first = signed_in(cast.alice).post(address, edited(action, what="A huddle at eight"))
    assert first.status_code == 302
    client = signed_in(cast.bob)
    second = client.post(address, edited(action, what="A huddle by the sink"))
    page = second.content.decode()
    assert second.status_code == 422
    assert "A huddle at eight" in page, "what the other person wrote"
    assert "A huddle by the sink" in page, "what this person wrote"
    assert AgreedAction.objects.get().what == "A huddle at eight"
    assert 'name="version" value="2"' in page, "sending again counts"
    client.post(address, edited(action, what="A huddle by the sink at eight", version="2"))
    assert AgreedAction.objects.get().what == "A huddle by the sink at eight"


def reported(**more: str) -> dict[str, str]:
    return {"progress": "trying", "note": "Better on days", "look_again_on": SOON.isoformat(), **more}


@pytest.mark.parametrize("version", [{}, {"version": ""}, {"version": "x"}])
def test_how_it_goes_is_kept_only_from_whoever_says_what_they_saw(
    version: dict[str, str], cast: Cast
) -> None:
    address = reverse("change_action", args=[an_action(cast.ward).public_id])
    response = signed_in(cast.bob).post(address, reported(**version))
    assert response.status_code == 422
    assert "We cannot tell what you saw" in response.content.decode()
    assert AgreedAction.objects.get().note == ""


def test_two_people_who_say_how_it_goes_lose_neither_sentence(cast: Cast) -> None:
    address = reverse("change_action", args=[an_action(cast.ward).public_id])
    assert (
        signed_in(cast.alice).post(address, reported(note="Nobody has time", version="1")).status_code == 302
    )
    client = signed_in(cast.bob)
    second = client.post(address, reported(version="1"))
    page = second.content.decode()
    assert second.status_code == 422
    assert "It says now: “Nobody has time”" in page
    assert "Better on days" in page
    assert AgreedAction.objects.get().note == "Nobody has time"
    assert client.post(address, reported(version="2")).status_code == 302
    assert AgreedAction.objects.get().note == "Better on days"


def test_whoever_writes_while_a_card_moves_is_told_and_sends_again(cast: Cast) -> None:
    action = an_action(cast.ward)
    address = reverse("edit_action", args=[action.public_id])
    move_action(action=action, version=1, to=Progress.TRYING, by=cast.alice)
    client = signed_in(cast.bob)
    page = client.post(address, edited(action, what="A huddle by the sink", version="1")).content.decode()
    assert "It says now: “A two-minute huddle at seven”" in page, "which is true, whoever wrote it"
    assert client.post(address, edited(action, what="A huddle by the sink", version="2")).status_code == 302
    kept = AgreedAction.objects.get()
    assert (kept.what, kept.progress) == ("A huddle by the sink", Progress.TRYING)


def test_whoever_looks_on_the_day_is_offered_a_later_one(cast: Cast) -> None:
    today = timezone.localdate()
    action = an_action(cast.ward)
    AgreedAction.objects.update(look_again_on=today)
    client, address = signed_in(cast.bob), reverse("change_action", args=[action.public_id])
    assert (today + timedelta(weeks=3)).isoformat() in client.get(address).content.decode()
    past = {"look_again_on": (today - timedelta(days=9)).isoformat(), "version": "1"}
    assert client.post(address, reported(**past)).status_code == 422
    assert client.post(address, reported(**past, progress="kept")).status_code == 302


def test_a_day_to_look_again_that_is_past_may_stay_while_the_words_change(cast: Cast) -> None:
    action = an_action(cast.ward)
    AgreedAction.objects.update(look_again_on=timezone.localdate() - timedelta(days=3))
    past = (timezone.localdate() - timedelta(days=3)).isoformat()
    address = reverse("edit_action", args=[action.public_id])
    response = signed_in(cast.bob).post(address, edited(action, what="Shorter", look_again_on=past))
    assert response.status_code == 302


def test_strangers_and_colleagues_cannot_move_or_write(cast: Cast) -> None:
    action = an_action(cast.ward)
    for user, status in ((cast.charlie, 404), (cast.eve, 403), (cast.dana, 404)):
        for name in ("move_action", "edit_action", "change_action"):
            response = signed_in(user).post(
                reverse(name, args=[action.public_id]), {"to": "kept", "version": "1"}
            )
            assert response.status_code == status
        add = reverse("add_action", args=[cast.ward.public_id])
        assert signed_in(user).post(add, edited(action)).status_code == status
    assert AgreedAction.objects.get().version == 1


@pytest.mark.parametrize(
    ("what", "element", "tells"),
    [
        ("Training for everybody on handover", "", True),
        ("Remind staff to wash hands", "people", True),
        ("Send a reminder e-mail", "", True),
        ("Train the new rota onto the board", "tools_and_technology", False),
        ("Move the glove box beside the bed", "", False),
        ("Restrain the swinging door", "", False),
    ],
)
def test_what_only_asks_people_to_remember(what: str, element: str, tells: bool, cast: Cast) -> None:
    assert only_tells(an_action(cast.ward, what=what, element=element)) == tells


def test_a_board_of_reminders_gets_a_kind_word_until_one_thing_changes_the_work(cast: Cast) -> None:
    actions = [an_action(cast.ward, what="Remind staff"), an_action(cast.ward, what="More training")]
    assert [nudge.title for nudge in board_page(cast.ward, actions).nudges] == [
        "Could the work itself change a little?"
    ]
    actions.append(an_action(cast.ward, what="Move the glove box"))
    assert board_page(cast.ward, actions).nudges == ()


def test_more_than_three_at_once_is_said_to_be_a_lot(cast: Cast) -> None:
    actions = [an_action(cast.ward, what=f"Thing {number}") for number in range(4)]
    assert "at once is a lot" in board_page(cast.ward, actions).nudges[0].title
