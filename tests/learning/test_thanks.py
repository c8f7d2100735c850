"""Thank-yous: read first by whom they are for, shared only by them, and nothing kept of who gave no name."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.improvement.models import AgreedAction
from fanlight.learning import tasks
from fanlight.learning.actions import say_thanks
from fanlight.learning.models import State, Thanks, Whom
from fanlight.learning.pages.wall import wall_page, wall_screens
from fanlight.learning.queries import counts_by_month
from fanlight.people.actions import close_account
from fanlight.people.models import Team, User
from support.learning import KIND, on_the_wall, some_thanks
from support.reading import words_of
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

WORDS = {"what": KIND, "made_possible": "", "more_of": "", "signed": "no"}


def send(sender: User, team: Team, whom: str, **more: str) -> Any:
    return signed_in(sender).post(reverse("thank", args=[team.public_id]), {**WORDS, "whom": whom, **more})


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for those of sessions, whose contents belong to whoever is signed in."""
    with connection.cursor() as cursor:
        names = sorted(connection.introspection.table_names(cursor))
        found = {}
        for name in names:
            if name != "django_session":
                cursor.execute(f'SELECT * FROM "{name}"')
                found[name] = sorted(cursor.fetchall(), key=repr)
    return found


def test_without_a_name_nothing_is_kept_of_the_sender(cast: Cast) -> None:
    """The attack: whoever has the whole database compares it before and after, and looks for who it was."""
    before = tables()
    assert send(cast.alice, cast.ward, cast.bob.public_id).status_code == 302
    after = tables()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"learning_thanks"}
    thanks = Thanks.objects.get()
    row = " ".join(str(value) for value in Thanks.objects.values_list().get())
    for trace in (cast.alice.public_id, "Alice", cast.alice.email):
        assert trace not in row
    keys = {field.name: field.related_model for field in Thanks._meta.get_fields() if field.many_to_one}
    assert keys == {"team": Team, "reader": User}, "no way leads to a sender"
    assert thanks.month.day == 1
    assert not any(isinstance(value, datetime) for value in Thanks.objects.values_list().get())


def test_two_senders_without_names_leave_the_same_row(cast: Cast) -> None:
    rows = []
    for sender in (cast.alice, cast.fay):
        send(sender, cast.ward, cast.bob.public_id)
        rows.append(Thanks.objects.values().exclude(pk=None).get())
        Thanks.objects.all().delete()
    for row in rows:
        del row["id"], row["public_id"]
    assert rows[0] == rows[1]


def test_sending_leaves_no_message_in_the_senders_session(cast: Cast) -> None:
    client = signed_in(cast.alice)
    before = dict(client.session)
    client.post(reverse("thank", args=[cast.ward.public_id]), {**WORDS, "whom": cast.bob.public_id})
    assert dict(client.session) == before


def test_only_the_person_reads_it_before_they_share_it(cast: Cast) -> None:
    send(cast.alice, cast.ward, cast.bob.public_id)
    thanks = Thanks.objects.get()
    bob, fay = signed_in(cast.bob), signed_in(cast.fay)
    assert KIND in bob.get(reverse("gift", args=[thanks.public_id])).content.decode()
    for other in (cast.alice, cast.fay, cast.eve, cast.ada):
        assert signed_in(other).get(reverse("gift", args=[thanks.public_id])).status_code == 404
    assert KIND not in fay.get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    assert fay.get(reverse("take_on", args=["thanks", thanks.public_id])).status_code == 404
    assert fay.get(reverse("wall_take_off", args=[thanks.public_id])).status_code == 404
    bob.post(reverse("gift_share", args=[thanks.public_id]), {"shown_as": "Bob, nights"})
    page = fay.get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    assert KIND in page
    assert "Bob, nights" in page
    assert "somebody who gave no name" in page


def test_it_can_be_shared_without_ones_own_name(cast: Cast) -> None:
    thanks, bob = some_thanks(cast), signed_in(cast.bob)
    bob.post(reverse("gift_share", args=[thanks.public_id]), {"shown_as": ""})
    page = signed_in(cast.fay).get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    assert "Somebody in the team" in page
    assert "Bob" not in words_of(page)


def test_it_can_be_taken_back_and_then_is_gone_for_the_others(cast: Cast) -> None:
    thanks, bob = on_the_wall(cast), signed_in(cast.bob)
    for _ in range(2):
        assert bob.post(reverse("gift_keep", args=[thanks.public_id])).status_code == 302
    thanks.refresh_from_db()
    assert (thanks.state, thanks.shown_as) == (State.KEPT, "")
    assert KIND not in signed_in(cast.fay).get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    assert Entry.objects.filter(verb="keep_thanks").count() == 1


def test_deleting_asks_first(cast: Cast) -> None:
    thanks, bob = on_the_wall(cast), signed_in(cast.bob)
    address = reverse("gift_delete", args=[thanks.public_id])
    bob.get(address)
    assert Thanks.objects.exists()
    bob.post(address)
    assert not Thanks.objects.exists()
    assert bob.post(address).status_code == 404


def test_a_name_is_shown_only_if_it_was_given(cast: Cast) -> None:
    send(cast.alice, cast.ward, cast.bob.public_id, signed="yes")
    thanks = Thanks.objects.get()
    page = signed_in(cast.bob).get(reverse("gift", args=[thanks.public_id])).content.decode()
    assert "From Alice Example" in page


@pytest.mark.parametrize("wrong", [{"signed": ""}, {"what": ""}, {"what": "x" * 501}, {"more_of": "x" * 201}])
def test_what_is_missing_or_too_long_is_said(wrong: dict[str, str], cast: Cast) -> None:
    """Whether with a name has to be chosen: nobody is named by a slip."""
    assert send(cast.alice, cast.ward, cast.bob.public_id, **wrong).status_code == 422
    assert not Thanks.objects.exists()


def test_the_name_of_whom_it_is_for_may_stand_in_it_and_others_are_asked_about(cast: Cast) -> None:
    assert send(cast.alice, cast.ward, cast.bob.public_id, what="Bob, you stayed late").status_code == 302
    response = send(cast.alice, cast.ward, cast.bob.public_id, what="You helped Fay and Mrs Jones")
    page = response.content.decode()
    assert response.status_code == 422
    assert "“Fay”" in page
    assert "Mrs Jones" in page
    assert Thanks.objects.count() == 1


def test_the_same_thank_you_twice_is_one(cast: Cast) -> None:
    for _ in range(2):
        send(cast.alice, cast.ward, cast.bob.public_id)
    assert Thanks.objects.count() == 1


def test_a_card_opens_for_whoever_has_it_and_is_shared_only_by_them(cast: Cast) -> None:
    response = send(cast.bob, cast.ward, "card")
    code = Thanks.objects.get().code
    assert code is not None
    assert code in response["Location"]
    stranger, fay = Client(), signed_in(cast.fay)
    assert KIND in stranger.get(reverse("for_you", args=[code])).content.decode()
    assert code in stranger.get(reverse("thanks_card", args=[code])).content.decode()
    assert KIND not in fay.get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    stranger.post(reverse("for_you_share", args=[code]), {"shown_as": "Sam from pharmacy"})
    assert "Sam from pharmacy" in fay.get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    stranger.post(reverse("for_you_keep", args=[code]))
    assert KIND not in fay.get(reverse("wall", args=[cast.ward.public_id])).content.decode()
    stranger.post(reverse("for_you_delete", args=[code]))
    assert stranger.get(reverse("for_you", args=[code])).status_code == 404
    assert not stranger.cookies, "whoever has a card is given nothing to carry"


def test_the_team_is_thanked_on_its_wall_at_once(cast: Cast) -> None:
    send(cast.bob, cast.ward, "team")
    page = wall_page(cast.ward, timezone.localdate())
    assert [note.to for month in page.months for note in month.notes] == ["Ward 6"]


def test_another_team_of_the_organisation_says_thank_you_and_a_stranger_cannot(cast: Cast) -> None:
    response = signed_in(cast.eve).get(reverse("thank_others"))
    assert "Ward 6" in response.content.decode()
    page = signed_in(cast.eve).get(reverse("thank", args=[cast.ward.public_id])).content.decode()
    assert "Alice Example" not in page, "who is in a team is the team's own business"
    assert send(cast.eve, cast.ward, "team").status_code == 302
    assert send(cast.eve, cast.ward, cast.bob.public_id).status_code == 422
    assert send(cast.charlie, cast.ward, "team").status_code == 404
    assert Thanks.objects.count() == 1


def test_our_questions_do_not_tell_another_team_who_is_in_this_one(cast: Cast) -> None:
    """At the beginning of a sentence a rare name is noticed only by who knows the team's people."""
    User.objects.filter(pk=cast.alice.pk).update(name="Wystan Example")
    assert send(cast.bob, cast.ward, "team", what="Wystan found it").status_code == 422
    assert send(cast.eve, cast.ward, "team", what="Wystan found it").status_code == 302


def test_anybody_in_the_team_takes_a_card_off_and_it_goes_back_to_its_reader(cast: Cast) -> None:
    thanks = on_the_wall(cast)
    signed_in(cast.fay).post(reverse("wall_take_off", args=[thanks.public_id]))
    thanks.refresh_from_db()
    assert thanks.state == State.KEPT
    to_all = some_thanks(cast, Whom.TEAM)
    signed_in(cast.fay).post(reverse("wall_take_off", args=[to_all.public_id]))
    assert not Thanks.objects.filter(pk=to_all.pk).exists()


def test_what_to_do_more_of_becomes_an_action_that_tells_nothing_of_the_person(cast: Cast) -> None:
    thanks, client = on_the_wall(cast), signed_in(cast.fay)
    address = reverse("take_on", args=["thanks", thanks.public_id])
    assert "Time to sit with somebody at night" in client.get(address).content.decode()
    again = timezone.localdate() + timezone.timedelta(days=21)
    form = {"what": thanks.more_of, "first_step": "On Tuesday", "who": "the team", "element": "", "focus": ""}
    client.post(address, {**form, "look_again_on": again.isoformat()})
    action = AgreedAction.objects.get()
    assert (action.came_from, action.came_id) == ("Something that went well", "")


def test_the_reader_hears_in_the_morning_and_only_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    some_thanks(cast)
    now = timezone.localtime()
    for hour in (3, 8, 8, 12):
        monkeypatch.setattr(tasks.timezone, "localtime", lambda hour=hour: now.replace(hour=hour))
        tasks.tell_of_thanks()
    assert [message.to for message in mail.outbox] == [[cast.bob.email]]
    assert KIND not in str(mail.outbox[0].body)
    assert reverse("thanks") in str(mail.outbox[0].body)


def test_post_that_does_not_work_is_tried_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    some_thanks(cast)
    now = timezone.localtime().replace(hour=8)
    monkeypatch.setattr(tasks.timezone, "localtime", lambda: now)

    def broken(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "send_mail", broken)
        tasks.tell_of_thanks()
    tasks.tell_of_thanks()
    assert len(mail.outbox) == 1


def test_home_tells_the_reader_and_nobody_else(cast: Cast) -> None:
    some_thanks(cast)
    address = reverse("team_home", args=[cast.ward.public_id])
    assert "One thank-you for you to read" in signed_in(cast.bob).get(address).content.decode()
    assert "thank-you for you" not in signed_in(cast.alice).get(address).content.decode()


def test_months_without_any_count_as_nought(cast: Cast) -> None:
    for month in (date(2026, 1, 1), date(2026, 4, 1), date(2026, 4, 1)):
        say_thanks(team=cast.ward, whom=Whom.TEAM, what=f"{month} {Thanks.objects.count()}", month=month)
    counts = counts_by_month(cast.ward, date(2026, 6, 20))
    assert [count for _, count in counts] == [1, 0, 0, 2, 0]
    assert wall_page(cast.ward, date(2026, 6, 20)).picture is not None
    assert wall_page(cast.ward, date(2026, 3, 20)).picture is None


def test_four_stand_two_and_two(cast: Cast) -> None:
    """One alone on a big screen looks left behind."""
    for number in range(4):
        some_thanks(cast, Whom.TEAM, what=f"Short {number}")
    assert [len(screen) for screen in wall_screens(cast.ward)] == [2, 2]


def test_a_screen_holds_three_and_a_long_one_has_its_own(cast: Cast) -> None:
    for number in range(4):
        some_thanks(cast, Whom.TEAM, what=f"Short {number}")
    some_thanks(cast, Whom.TEAM, what="Long " * 90)
    screens = wall_screens(cast.ward)
    assert sum(len(screen) for screen in screens) == 5
    for screen in screens:
        assert len(screen) == 1 or all(len(note.what) < 20 for note in screen)
    client = signed_in(cast.bob)
    address = reverse("wall_screen", args=[cast.ward.public_id, len(screens)])
    assert 'http-equiv="refresh"' not in client.get(address).text, "it stands still until somebody says so"
    turning, first = (
        client.get(f"{address}?turns").text,
        reverse("wall_screen", args=[cast.ward.public_id, 1]),
    )
    assert f'content="20; url={first}?turns"' in turning
    assert f'<a href="{address}">Stop turning</a>' in turning
    assert client.get(reverse("wall_screen", args=[cast.ward.public_id, 99])).status_code == 404


def test_closing_ones_account_takes_ones_thank_yous_along(cast: Cast) -> None:
    on_the_wall(cast)
    close_account(user=cast.bob, by=cast.bob)
    assert not Thanks.objects.exists()
