"""A talk on phones: no account, no order, nothing shown of fewer than five, and all of it forgotten."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.debriefs.actions import add_thought, begin_live, end_live, go_on, place_dots
from fanlight.debriefs.models import Box, Live, LiveStep
from fanlight.debriefs.queries import gathered, things_to_choose, topics_of
from fanlight.site.clock import tick
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round
from support.worlds import Cast, a_released_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db

TOPICS = ["Handover", "Saying it back", "Speaking up"]


@pytest.fixture
def live(released: Round, cast: Cast) -> Live:
    return begin_live(round=released, topics=TOPICS, by=cast.alice)


def phone(live: Live) -> str:
    return reverse("talk_phone", args=[live.code])


def vote(live: Live, people: int) -> None:
    for _ in range(people):
        Client().post(phone(live), {"chosen": ["0", "2"]})


def at(live: Live, step: LiveStep) -> Live:
    Live.objects.filter(pk=live.pk).update(step=step)
    live.refresh_from_db()
    return live


def test_five_phones_choose_and_the_room_sees_it_after_the_close(live: Live, cast: Cast) -> None:
    vote(live, 5)
    client, room = signed_in(cast.fay), reverse("live", args=[live.round.public_id])
    before = client.get(room)
    assert "Five or more have taken part" in before.content.decode()
    assert "5 dots" not in before.content.decode()
    client.post(room, {"do": "on", "step": "choose"})
    assert "5 dots" in client.get(room).content.decode()


def test_four_phones_are_not_shown_and_what_they_sent_is_gone(live: Live) -> None:
    vote(live, 4)
    go_on(live=live, step=LiveStep.CHOOSE, by=None)
    live.refresh_from_db()
    assert gathered(live).dots == ()
    assert sum(Box.objects.get(live=live).dots) == 0


def test_thoughts_of_four_are_thrown_away(live: Live) -> None:
    at(live, LiveStep.THINK)
    for number in range(4):
        add_thought(live=live, words=f"Thought {number}")
    go_on(live=live, step=LiveStep.THINK, by=None)
    assert Box.objects.get(live=live).thoughts == []


def test_thoughts_are_kept_in_no_order_of_arrival(live: Live) -> None:
    at(live, LiveStep.THINK)
    sent = [f"Thought {number:02}" for number in range(40)]
    for words in sent:
        assert add_thought(live=live, words=words)
    kept = Box.objects.get(live=live).thoughts
    assert sorted(kept) == sent
    assert kept != sent  # by chance once in 40!, which is never


def test_nothing_is_seen_while_people_are_still_sending(live: Live) -> None:
    vote(live, 9)
    assert gathered(live).dots == ()
    at(live, LiveStep.THINK)
    for number in range(9):
        add_thought(live=live, words=f"Thought {number}")
    assert gathered(live).thoughts == ()


def test_a_phone_that_has_sent_sees_a_wait_and_counts_once(live: Live) -> None:
    client = Client()
    for _ in range(2):
        client.post(phone(live), {"chosen": ["1"]})
    assert Box.objects.get(live=live).chose == 1
    response = client.get(phone(live))
    assert 'http-equiv="refresh"' in response.text
    assert f'data-live="{phone(live)}"' in response.text
    assert "Thank you" in response.content.decode()


def test_a_phones_cookie_is_the_same_for_everybody(live: Live) -> None:
    seen = set()
    for chosen in ("0", "1"):
        client = Client()
        client.post(phone(live), {"chosen": [chosen]})
        seen |= {(name, cookie.value) for name, cookie in client.cookies.items()}
    assert seen == {(f"talk-{live.code}", "choose")}


def test_four_dots_are_refused(live: Live) -> None:
    Box.objects.filter(live=live).update(topics=["a", "b", "c", "d"], dots=[0, 0, 0, 0])
    assert Client().post(phone(live), {"chosen": ["0", "1", "2", "3"]}).status_code == 422
    assert Box.objects.get(live=live).chose == 0


def test_a_dot_on_nothing_is_refused(live: Live) -> None:
    for chosen in (["7"], ["-1"], ["x"], []):
        assert Client().post(phone(live), {"chosen": chosen}).status_code == 422


def test_a_thought_with_a_name_is_asked_about_once(live: Live) -> None:
    at(live, LiveStep.THINK)
    assert Client().post(phone(live), {"words": "Bob is late"}).status_code == 422
    assert Client().post(phone(live), {"words": "Bob is late", "as_it_is": "on"}).status_code == 302
    assert Box.objects.get(live=live).thoughts == ["Bob is late"]


def test_dots_that_come_after_the_close_are_not_counted(live: Live) -> None:
    at(live, LiveStep.CHOSEN)
    assert not place_dots(live=live, chosen=[0])
    assert not add_thought(live=live, words="Too early")


def test_the_code_may_be_typed_with_capitals_and_a_hyphen(live: Live) -> None:
    typed = f"{live.code[:3]}-{live.code[3:]}".upper()
    assert Client().get(reverse("talk"), {"code": typed})["Location"] == phone(live)


@pytest.mark.usefixtures("live")
def test_a_wrong_code_gets_404() -> None:
    assert Client().get(reverse("talk_phone", args=["zzzzzz"])).status_code == 404
    assert Client().get(reverse("talk"), {"code": "!!"})["Location"].startswith("/talk/")


def test_beginning_twice_is_one_talk(live: Live, cast: Cast) -> None:
    assert begin_live(round=live.round, topics=TOPICS, by=cast.bob) == live


def test_going_on_twice_goes_on_once(live: Live, cast: Cast) -> None:
    for _ in range(2):
        go_on(live=live, step=LiveStep.CHOOSE, by=cast.alice)
    live.refresh_from_db()
    assert live.step == LiveStep.CHOSEN


def test_strangers_and_colleagues_outside_the_team_cannot_steer(live: Live, cast: Cast) -> None:
    room = reverse("live", args=[live.round.public_id])
    assert signed_in(cast.charlie).post(room, {"do": "end"}).status_code == 404
    assert signed_in(cast.eve).post(room, {"do": "end"}).status_code == 403
    assert Live.objects.exists()


def test_a_member_looks_on_and_takes_the_talk_over_only_by_saying_so(live: Live, cast: Cast) -> None:
    client, room = signed_in(cast.bob), reverse("live", args=[live.round.public_id])
    page = client.get(room).text
    assert "Steer from here" in page
    assert "Close and show" not in page
    assert client.post(room, {"do": "end"}).status_code == 403
    assert "Close and show" in client.get(f"{room}?steer=yes").text
    assert client.post(f"{room}?steer=yes", {"do": "on", "step": "choose"}).status_code == 302
    live.refresh_from_db()
    assert live.step == LiveStep.CHOSEN


@pytest.mark.parametrize("name", ["alice", "fay"])
def test_the_lead_and_the_facilitator_steer_and_are_asked_before_the_end(
    name: str, live: Live, cast: Cast
) -> None:
    client, room = signed_in(getattr(cast, name)), reverse("live", args=[live.round.public_id])
    assert "Close and show" in client.get(room).text
    asked = client.get(f"{room}?steer=yes&end=yes").text
    assert "This cannot be undone" in asked
    assert Live.objects.exists()
    client.post(room, {"do": "end"})
    assert not Live.objects.exists()


def test_a_round_that_is_open_has_no_talk(cast: Cast) -> None:
    is_open = an_open_round(cast.ward, by=cast.alice)
    with pytest.raises(NotNow):
        begin_live(round=is_open, topics=TOPICS, by=cast.alice)
    room = reverse("live", args=[is_open.public_id])
    assert signed_in(cast.alice).post(room, {"do": "begin"}).status_code == 404


def test_ending_forgets_everything_and_twice_is_harmless(live: Live, cast: Cast) -> None:
    vote(live, 6)
    for _ in range(2):
        end_live(live=live, by=cast.alice)
    assert (Live.objects.count(), Box.objects.count()) == (0, 0)
    gone = Client().get(phone(live))
    assert gone.status_code == 404
    assert "it is over and forgotten" in gone.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_careful", [True, False], ids=["ours", "a-careless-one"])
def test_after_a_day_nothing_of_it_is_left_on_the_disk(is_careful: bool, live: Live) -> None:
    said = b"a longer overlap at half past seven"
    at(live, LiveStep.THINK)
    for number in range(6):
        Client().post(phone(live), {"words": f"{said.decode()} {number}"})
    tick()
    assert Box.objects.get().thought == 6, "it goes on for a day"
    Live.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(phone(live)).status_code == 404
    with connection.cursor() as cursor:
        if is_careful:
            tick()
        elif connection.vendor == "sqlite":
            cursor.execute("PRAGMA secure_delete=OFF")
            Live.objects.all().delete()
            cursor.execute("PRAGMA secure_delete=ON")
        else:
            Live.objects.all().delete()
    assert (Live.objects.count(), Box.objects.count()) == (0, 0)
    assert (said in on_disk()) is not is_careful


def on_disk() -> bytes:
    """What lies in the database's file and in its log; on a server, in the table's file."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            file = Path(connection.settings_dict["NAME"])
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            return file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT pg_read_binary_file(pg_relation_filepath(%s))", [Box._meta.db_table])
        return bytes(cursor.fetchone()[0])


def test_no_phone_is_on_record(live: Live) -> None:
    before = Entry.objects.count()
    vote(live, 6)
    at(live, LiveStep.THINK)
    Client().post(phone(live), {"words": "Handover is rushed"})
    assert Entry.objects.count() == before


def test_without_figures_people_choose_among_the_six(cast: Cast) -> None:
    few = a_released_round(cast.ward, by=cast.alice, people=20, answers=4)
    assert len(things_to_choose(topics_of(few))) == 6
