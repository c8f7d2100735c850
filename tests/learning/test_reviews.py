"""A learning review: written by the team, without names, laid on a map, read by whoever was asked."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.guide.queries import ReviewWay, load_guide
from fanlight.guide.queries.words import slug_of
from fanlight.improvement.models import AgreedAction
from fanlight.learning.actions import ask_guest, close_review, sort_lines, write_down
from fanlight.learning.models import Line, Review
from fanlight.learning.pages.review import review_page
from support.learning import SAID, a_guest, a_review
from support.letters import deliver
from support.reading import opened
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

BEGIN = {"title": "Moving somebody at night", "recorded": "yes", "reference": "INC-1"}


def begin(client: Client, cast: Cast, way: ReviewWay = ReviewWay.HUDDLE, **more: str) -> str:
    address = reverse("review_begin", args=[cast.ward.public_id, slug_of(way)])
    return client.post(address, {**BEGIN, **more}).headers.get("Location", "")


@pytest.mark.parametrize("way", ReviewWay)
def test_each_way_has_its_questions_and_says_record_it_first(way: ReviewWay, cast: Cast) -> None:
    client = signed_in(cast.bob)
    page = client.get(reverse("review_begin", args=[cast.ward.public_id, slug_of(way)])).content.decode()
    assert "Record it in your incident system first" in page
    assert "Leave out the names of patients and of staff" in page
    held = client.get(begin(client, cast, way)).content.decode()
    for question in load_guide().learning.way(way).questions:
        assert question.ask in page
        assert question.ask in held


def test_every_page_of_a_review_says_record_it_first(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    names = ("describe", "map", "practice", "guests", "close", "drop")
    addresses = [reverse(f"review_{name}", args=[review.public_id]) for name in names]
    addresses.append(reverse("review_lines", args=[review.public_id, "happened"]))
    for address in addresses:
        assert "Record it in your incident system first" in client.get(address).content.decode(), address


def test_what_is_not_recorded_yet_goes_on_being_asked_for(cast: Cast) -> None:
    client = signed_in(cast.bob)
    address = begin(client, cast, recorded="not_yet", reference="")
    assert "Record it in your incident system first" in client.get(address).content.decode()
    about = reverse("review_describe", args=[Review.objects.get().public_id])
    client.post(about, {**opened(client, about), "recorded": "yes", "reference": "INC-22"})
    assert "Recorded in your incident system as INC-22" in client.get(address).content.decode()


def test_beginning_twice_is_one_review(cast: Cast) -> None:
    client = signed_in(cast.bob)
    assert begin(client, cast) == begin(client, cast)
    assert Review.objects.count() == 1


def test_names_beds_and_dates_are_asked_about_once_and_nothing_is_kept_until_then(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    address = reverse("review_lines", args=[review.public_id, "happened"])
    told = {"lines": "Alice found bed 12 empty on 3 March", "seen": ""}
    response = client.post(address, told)
    page = response.content.decode()
    assert response.status_code == 422
    for word in ("Alice", "bed 12", "3 March"):
        assert f"“{word}” could be" in page
    assert "Alice found bed 12" in page, "what was typed is still there"
    assert not Line.objects.filter(words__contains="Alice").exists()
    assert client.post(address, {**told, "as_it_is": "on"}).status_code == 302
    assert Line.objects.filter(words__contains="Alice").exists()


def test_the_title_is_looked_at_too(cast: Cast) -> None:
    assert begin(signed_in(cast.bob), cast, title="When Dr Khan was late") == ""
    assert not Review.objects.exists()


def test_lines_that_stay_keep_their_place_on_the_map(cast: Cast) -> None:
    review = a_review(cast)
    phone, porter = review.lines.filter(question="difference")
    write_down(
        review=review,
        question="difference",
        lines=[porter.words, "The lift was out of order"],
        seen={phone.public_id, porter.public_id},
        by=cast.bob,
    )
    kept = review.lines.filter(question="difference")
    assert [line.words for line in kept] == [porter.words, "The lift was out of order"]
    assert kept[0].element == "people"


def test_a_line_that_a_colleague_added_meanwhile_is_not_lost(cast: Cast) -> None:
    review = a_review(cast)
    seen = {line.public_id for line in review.lines.filter(question="happened")}
    write_down(
        review=review, question="happened", lines=[*SAID["happened"], "From Fay"], seen=seen, by=cast.fay
    )
    write_down(
        review=review, question="happened", lines=[*SAID["happened"], "From Bob"], seen=seen, by=cast.bob
    )
    assert [line.words for line in review.lines.filter(question="happened")] == [
        *SAID["happened"],
        "From Fay",
        "From Bob",
    ]


def test_what_was_said_stands_on_the_map_where_it_was_put(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    phone, porter = review.lines.filter(question="difference")
    form = {f"element_{phone.public_id}": "tools_and_technology", f"touch_{phone.public_id}": "hindered"}
    form |= {f"element_{porter.public_id}": "nowhere", f"touch_{porter.public_id}": "neither"}
    client.post(reverse("review_map", args=[review.public_id]), form)
    figure = review_page(review, may_write=True).figure
    assert figure is not None
    assert figure.table.rows == (("Tools and technology", phone.words, "got in the way"),)
    assert figure.waiting == 1


def test_the_map_takes_only_its_own_lines(cast: Cast) -> None:
    review, other = a_review(cast), a_review(cast, title="Another piece of work")
    strange = other.lines.filter(question="difference").first()
    assert strange is not None
    sort_lines(review=review, places={strange.public_id: ("tasks", "helped")}, by=cast.bob)
    strange.refresh_from_db()
    assert strange.element == "internal_environment"


def test_a_part_of_the_work_that_does_not_exist_is_refused(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    phone, porter = review.lines.filter(question="difference")
    form = {f"element_{phone.public_id}": "the moon", f"touch_{phone.public_id}": "hindered"}
    form |= {f"element_{porter.public_id}": "people", f"touch_{porter.public_id}": "helped"}
    assert client.post(reverse("review_map", args=[review.public_id]), form).status_code == 422


def test_what_was_learned_becomes_an_action_and_leads_back(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    line = review.lines.get(question="learned")
    address = reverse("take_on", args=["learned", line.public_id])
    page = client.get(address).content.decode()
    assert line.words in page
    form = {
        "what": line.words,
        "first_step": "Try it on Tuesday",
        "who": "the team",
        "element": "",
        "focus": "",
    }
    client.post(address, {**form, "look_again_on": "2099-01-01"})
    assert not AgreedAction.objects.exists(), "a year is the longest"
    again = timezone.localdate() + timezone.timedelta(days=21)
    client.post(address, {**form, "look_again_on": again.isoformat()})
    action = AgreedAction.objects.get()
    assert (action.team, action.came_kind, action.came_id) == (cast.ward, "learned", line.public_id)
    back = client.get(reverse("review_of_line", args=[line.public_id]))
    assert back["Location"] == reverse("review", args=[review.public_id])


@pytest.mark.parametrize(
    ("who", "status"), [("charlie", 404), ("dana", 404), ("eve", 403), ("pat", 403), ("ada", 403)]
)
def test_nobody_outside_the_team_takes_it_on_or_writes(who: str, status: int, cast: Cast) -> None:
    review = a_review(cast)
    a_guest(cast, review)
    client = signed_in(getattr(cast, who))
    line = review.lines.get(question="learned")
    assert client.get(reverse("take_on", args=["learned", line.public_id])).status_code == status
    address = reverse("review_lines", args=[review.public_id, "happened"])
    assert client.post(address, {"lines": "Words of others", "seen": ""}).status_code == status
    assert not Line.objects.filter(words="Words of others").exists()


def test_a_partner_reads_once_asked_and_no_longer_once_thanked(cast: Cast) -> None:
    review, pat = a_review(cast), signed_in(cast.pat)
    address = reverse("review", args=[review.public_id])
    assert pat.get(address).status_code == 403
    bob = signed_in(cast.bob)
    bob.post(reverse("review_guests", args=[review.public_id]), {"who": cast.pat.public_id})
    page = pat.get(address).content.decode()
    assert SAID["happened"][0] in page
    assert "Add or change" not in page
    assert "Delete this review" not in page
    assert review.title in pat.get(reverse("reviews_to_read")).content.decode()
    bob.post(reverse("review_guest_end", args=[review.public_id, cast.pat.public_id]))
    assert pat.get(address).status_code == 403


def test_only_partners_and_specialists_can_be_asked(cast: Cast) -> None:
    review, bob = a_review(cast), signed_in(cast.bob)
    for other in (cast.eve, cast.gil, cast.ada, cast.charlie):
        response = bob.post(reverse("review_guests", args=[review.public_id]), {"who": other.public_id})
        assert response.status_code == 422
    assert not review.guests.exists()


def test_a_guest_of_one_review_reads_no_other(cast: Cast) -> None:
    review, other = a_review(cast), a_review(cast, title="Another piece of work")
    ask_guest(review=review, user=cast.sam, by=cast.bob)
    client = signed_in(cast.sam)
    assert client.get(reverse("review", args=[review.public_id])).status_code == 200
    assert client.get(reverse("review", args=[other.public_id])).status_code == 403
    assert client.get(reverse("reviews", args=[cast.ward.public_id])).status_code == 403


def test_finished_and_opened_again(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    address = reverse("review", args=[review.public_id])
    for _ in range(2):
        client.post(reverse("review_close", args=[review.public_id]))
    assert "Add or change" not in client.get(address).content.decode()
    assert Entry.objects.filter(verb="close_review").count() == 1
    client.post(reverse("review_reopen", args=[review.public_id]))
    assert "Add or change" in client.get(address).content.decode()


def test_the_actions_stay_when_the_review_goes(cast: Cast) -> None:
    review, client = a_review(cast), signed_in(cast.bob)
    close_review(review=review, by=cast.bob)
    address = reverse("review_drop", args=[review.public_id])
    assert "cannot be brought back" in client.get(address).content.decode()
    assert Review.objects.exists()
    client.post(address)
    assert not Review.objects.exists()
    assert client.get(reverse("review", args=[review.public_id])).status_code == 404


def test_the_record_holds_no_word_of_what_was_said(cast: Cast) -> None:
    review = a_review(cast)
    told = " ".join(str(entry.detail) for entry in Entry.objects.all())
    said = [review.title, *(words for lines in SAID.values() for words in lines)]
    assert [words for words in said if words in told] == []


def test_a_way_or_a_question_that_is_not_there_is_404(cast: Cast) -> None:
    client, review = signed_in(cast.bob), a_review(cast)
    assert client.get(reverse("review_begin", args=[cast.ward.public_id, "moon"])).status_code == 404
    assert client.get(reverse("review_lines", args=[review.public_id, "moon"])).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "x" * 121}, {"recorded": ""}, {"reference": "9" * 41}]
)
def test_what_is_missing_or_too_long_is_said(wrong: dict[str, str], cast: Cast) -> None:
    assert begin(signed_in(cast.bob), cast, **wrong) == ""
    assert not Review.objects.exists()


def test_a_guest_hears_of_it_and_finds_it_on_their_first_page(cast: Cast) -> None:
    review = a_review(cast)
    signed_in(cast.bob).post(reverse("review_guests", args=[review.public_id]), {"who": cast.pat.public_id})
    (message,) = deliver()
    assert message.to == [cast.pat.email]
    assert reverse("review", args=[review.public_id]) in str(message.body)
    assert review.title not in str(message.body)
    assert (
        "One review that you were asked to read" in signed_in(cast.pat).get(reverse("home")).content.decode()
    )
    assert "asked to read" not in signed_in(cast.sam).get(reverse("home")).content.decode()
