"""A window is planned and held, and what was seen is about the work."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.guide.queries import Focus, WorkSystem
from fanlight.people.models import User
from fanlight.windows.actions import drop_note, drop_window, write_down
from fanlight.windows.forms import AnswerForm, HuddleForm, PlanForm, SeenForm, SendOnForm, ThemeForm
from fanlight.windows.models import Note, Window
from support.reading import opened
from support.windows import HARD, WELL, a_look, a_window
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def seen(cast: Cast, **given: object) -> SeenForm:
    data = {"held_on": timezone.localdate().isoformat(), "well": "", "hard": "", **given}
    return SeenForm(data, team=cast.ward)


def test_anybody_in_the_team_plans_a_window_and_finds_it_on_the_list(cast: Cast) -> None:
    client = signed_in(cast.bob)
    address = reverse("plan_window", args=[cast.ward.public_id, "walkabout"])
    assert "What to look for" in client.get(address).content.decode()
    on = timezone.localdate() + timedelta(days=3)
    response = client.post(
        address, {"where": "Handover at seven", "planned_on": on.isoformat(), "who": "Bob"}
    )
    window = Window.objects.get()
    assert response["Location"] == reverse("window", args=[window.public_id])
    assert "Handover at seven" in client.get(reverse("windows", args=[cast.ward.public_id])).content.decode()


def test_the_same_plan_again_changes_nothing(cast: Cast) -> None:
    assert a_window(cast.ward, by=cast.bob) == a_window(cast.ward, by=cast.bob)
    assert Window.objects.count() == 1


@pytest.mark.parametrize("kind", ["huddle", "inspection"])
def test_what_is_no_window_cannot_be_planned(kind: str, cast: Cast) -> None:
    response = signed_in(cast.bob).get(reverse("plan_window", args=[cast.ward.public_id, kind]))
    assert response.status_code == 404


def test_what_goes_well_and_what_is_hard_are_written_down_once(cast: Cast) -> None:
    window = a_window(cast.ward, by=cast.bob)
    client, address = signed_in(cast.bob), reverse("write_window", args=[window.public_id])
    sent = {"held_on": "28/10/2026", "well": WELL[0], "hard": "\n".join(HARD)}
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    window.refresh_from_db()
    assert window.held_on is not None
    assert [(note.words, note.goes_well) for note in Note.objects.all()] == [
        (HARD[0], False),
        (HARD[1], False),
        (WELL[0], True),
    ]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Bed 12 has no bell", "Bed 12"),
        ("On 3 March the pump failed", "3 March"),
        ("The leaflet is signed by Priya", "Priya"),
    ],
)
def test_a_line_that_may_tell_who_is_asked_about_once_and_then_let_through(
    line: str, asked: str, cast: Cast
) -> None:
    form = seen(cast, hard=line)
    assert not form.is_valid()
    assert asked in str(form.errors["as_it_is"])
    assert seen(cast, hard=line, as_it_is="on").is_valid()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Bob was late at handover", "Bob"),
        ("She never washes her hands", "She"),
        ("The patient in bed 12 waited", "patient in bed 12"),
        ("Our matron is lovely", "Our matron"),
    ],
)
@pytest.mark.parametrize("field", ["well", "hard"])
def test_a_line_about_a_person_is_refused_whatever_is_ticked(
    field: str, line: str, who: str, cast: Cast
) -> None:
    for ticked in ({}, {"as_it_is": "on"}):
        form = seen(cast, **{field: f"{HARD[1]}\n{line}"}, **ticked)
        assert list(form.errors) == [field]
        told = form.errors[field][0]
        assert f"“{line}” is about a person (“{who}”)" in told
        assert "Say what happens in the work" in told


def test_nothing_else_is_lost_when_a_line_is_refused(cast: Cast) -> None:
    window = a_window(cast.ward, by=cast.bob)
    sent = {"held_on": "28/10/2026", "well": WELL[0], "hard": f"{HARD[0]}\nBob was late"}
    response = signed_in(cast.bob).post(reverse("write_window", args=[window.public_id]), sent)
    assert response.status_code == 422
    assert WELL[0] in response.content.decode()
    assert HARD[0] in response.content.decode()
    assert not Note.objects.exists()


def test_who_goes_may_be_said_and_what_is_looked_at_is_no_person(cast: Cast) -> None:
    plan = {"planned_on": timezone.localdate().isoformat(), "who": "Bob and Alice"}
    assert PlanForm({**plan, "where": "Handover"}, team=cast.ward).is_valid()
    assert list(PlanForm({**plan, "where": "Bob on nights"}, team=cast.ward).errors) == ["where"]


def test_themes_topics_worries_and_answers_are_about_no_person_either(cast: Cast) -> None:
    line = "Bob was late"
    theme = {"focus": Focus.TEAMWORK.value, "element": WorkSystem.TASKS.value, "words": line}
    today = timezone.localdate().isoformat()
    assert list(ThemeForm(theme, team=cast.ward).errors) == ["words"]
    assert list(HuddleForm({"topics": line, "version": "1"}, team=cast.ward).errors) == ["topics"]
    assert list(SendOnForm({"words": line, "to": "Bob"}, team=cast.ward).errors) == ["words"]
    assert list(
        AnswerForm({"answer": line, "answered_on": today, "version": "1"}, team=cast.ward).errors
    ) == ["answer"]


def test_lines_about_the_work_are_not_asked_about(cast: Cast) -> None:
    assert seen(cast, well=WELL[0], hard="\n".join(HARD)).is_valid()


def test_no_table_of_windows_points_at_a_person() -> None:
    """Nobody can be the subject of a note: there is no field for it."""
    from django.apps import apps

    for model in apps.get_app_config("windows").get_models():
        keys = [f.related_model for f in model._meta.get_fields() if f.is_relation]
        assert User not in keys, model


def test_a_day_to_come_is_refused_with_words(cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = seen(cast, held_on=tomorrow.isoformat())
    assert "still to come" in str(form.errors["held_on"])


def test_a_bad_date_is_quoted_back_and_nothing_typed_is_lost(cast: Cast) -> None:
    window = a_window(cast.ward, by=cast.bob)
    response = signed_in(cast.bob).post(
        reverse("write_window", args=[window.public_id]), {"held_on": "31 Febuary", "hard": HARD[0]}
    )
    assert response.status_code == 422
    assert "“31 Febuary” is not a date we can read" in response.content.decode()
    assert HARD[0] in response.content.decode()


def test_a_window_held_without_a_note_asks_what_was_seen(cast: Cast) -> None:
    window = a_window(cast.ward, by=cast.bob)
    nothing = {"held_on": timezone.localdate().isoformat(), "well": "", "hard": ""}
    address = reverse("write_window", args=[window.public_id])
    page = signed_in(cast.bob).post(address, nothing, follow=True).content.decode()
    assert "Nothing new is written down." in page
    assert "Write down what you saw" in page
    assert "Write down more" not in page


def test_letting_go_asks_first_and_twice_is_harmless(cast: Cast) -> None:
    looked = a_look(cast.ward, by=cast.bob)
    client, address = signed_in(cast.bob), reverse("drop_window", args=[looked.window.public_id])
    assert "Three notes will go with it" in client.get(address).content.decode()
    client.post(address)
    drop_window(window=looked.window, by=cast.bob)
    assert not Note.objects.exists()
    assert Entry.objects.filter(verb="drop_window").count() == 1


def test_a_note_can_be_taken_away(cast: Cast) -> None:
    looked = a_look(cast.ward, by=cast.bob)
    client, address = signed_in(cast.bob), reverse("drop_note", args=[looked.note.public_id])
    assert looked.note.words in client.get(address).content.decode()
    client.post(address)
    drop_note(note=looked.note, by=cast.bob)
    assert not Note.objects.filter(pk=looked.note.pk).exists()


def test_every_deed_is_on_record_without_its_words(cast: Cast) -> None:
    looked = a_look(cast.ward, by=cast.bob)
    entries = Entry.objects.filter(verb__in={"plan_window", "write_down", "make_theme"})
    assert entries.count() == 3
    told = " ".join(str(entry.detail) for entry in entries)
    assert looked.note.words not in told
    assert "drug round" not in told


def test_moving_keeps_the_notes(cast: Cast) -> None:
    looked = a_look(cast.ward, by=cast.bob)
    on = timezone.localdate() + timedelta(days=7)
    client, address = signed_in(cast.bob), reverse("move_window", args=[looked.window.public_id])
    moved = {**opened(client, address), "where": "The front desk", "planned_on": on.isoformat()}
    response = client.post(address, moved)
    assert response.status_code == 302
    looked.window.refresh_from_db()
    assert (looked.window.where, looked.window.notes.count()) == ("The front desk", 3)


def test_a_held_window_stays_held_when_more_is_written(cast: Cast) -> None:
    window = a_window(cast.ward, by=None, where="The front desk")
    today = timezone.localdate()
    assert write_down(window=window, held_on=today, well=[], hard=["One thing"], by=None) == 1
    assert write_down(window=window, held_on=today, well=["Another thing"], hard=["One thing"], by=None) == 1
