"""Comments are read first by somebody outside the line, shown to the team at once, and erased as they were written."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.people.actions import give_organisation_role, give_team_role, leave_team
from fanlight.people.models import User
from fanlight.people.roles import Role
from fanlight.responses.models import Comment
from fanlight.results.actions import NotReadYet, forget_unread_comments, judge_comment, share_comments
from fanlight.results.comments import written
from fanlight.results.documents import Kind
from fanlight.results.documents import written as file_of
from fanlight.results.documents.of_round import document_of_round
from fanlight.results.models import Judgement, SharedComment
from fanlight.results.queries import as_judged, blacked_out, released, shared_comments
from fanlight.surveys.models import Round
from results.readers import everything_in
from support.worlds import COMMENTS, Cast, a_commented_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db
TELLING = COMMENTS[1]


def key_of(round: Round, text: str = TELLING) -> str:
    return next(str(one.key) for one in written(round) if one.text == text)


def judge(client: Client, round: Round, text: str, **data: object) -> object:
    return client.post(reverse("judge_comment", args=[round.public_id, key_of(round, text)]), data)


def read_all(round: Round, *, by: User) -> None:
    client = signed_in(by)
    judge(client, round, COMMENTS[0], verdict="show")
    judge(client, round, TELLING, verdict="hide", found=["0", "1", "2"])
    judge(client, round, COMMENTS[2], verdict="leave-out")


def test_the_first_reader_sees_what_was_written_and_what_may_give_somebody_away(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    page = signed_in(cast.fay).get(reverse("judge_comment", args=[round.public_id, key_of(round)])).text
    assert "<mark>Sarah</mark>" in page
    assert "“3 March”, a date or time" in page
    assert "“bay 4”, a bed, bay or room" in page


def test_what_is_ticked_or_typed_is_blacked_out_and_the_rest_stays_word_for_word(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    judge(signed_in(cast.fay), round, TELLING, verdict="hide", found=["0", "1"], also="alone")
    shown = {one.text: one.shown for one in as_judged(round)}
    assert shown[TELLING] in {"On […] Sarah was […] with […].", "On […] […] was […] with bay 4."}


def test_nothing_that_does_not_stand_in_the_comment_can_be_blacked_out_and_nothing_can_be_added(
    cast: Cast,
) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    response = judge(signed_in(cast.fay), round, TELLING, verdict="hide", also="Peter")
    assert response.status_code == 422
    assert "“Peter” does not stand in the comment" in response.text
    assert Judgement.objects.count() == 0


def test_blacking_out_everything_is_leaving_out(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    response = judge(signed_in(cast.fay), round, COMMENTS[2], verdict="hide", also="I like working here")
    assert "Leave it out instead" in response.text


def test_the_team_sees_them_all_at_once_and_not_one_before(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    results, team = reverse("results", args=[round.public_id]), signed_in(cast.bob)
    before = team.get(results).text
    assert "Fay Example reads them first" in before
    assert "Handover is rushed" not in before
    read_all(round, by=cast.fay)
    assert "Handover is rushed" not in team.get(results).text
    signed_in(cast.fay).post(reverse("share_comments", args=[round.public_id]))
    after = team.get(results).text
    assert "Handover is rushed when the phone rings." in after
    assert "was alone with" in after
    assert "Sarah" not in after
    assert "I like working here" not in after


def test_how_they_were_written_is_gone_and_the_keys_are_new(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    before = {one.key for one in written(round)}
    read_all(round, by=cast.fay)
    share_comments(round=round, by=cast.fay)
    assert not Comment.objects.filter(round=round).exists()
    assert not Judgement.objects.filter(round=round).exists()
    assert before.isdisjoint(SharedComment.objects.values_list("id", flat=True))
    entry = Entry.objects.filter(verb="share_comments").get()
    assert "Sarah" not in str(entry.detail)


def test_nothing_is_shown_while_one_has_not_been_read(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    judge_comment(round=round, key=key_of(round), leaves_out=False, by=cast.fay)
    with pytest.raises(NotReadYet):
        share_comments(round=round, by=cast.fay)
    response = signed_in(cast.fay).post(reverse("share_comments", args=[round.public_id]), follow=True)
    assert "Some comments have not been read yet" in response.text
    assert shared_comments(round) == ()


def test_showing_twice_is_harmless(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    read_all(round, by=cast.fay)
    for _ in range(2):
        signed_in(cast.fay).post(reverse("share_comments", args=[round.public_id]))
    assert len(shared_comments(round)) == 2


@pytest.mark.parametrize("role", [Role.MEMBER, Role.LEAD])
def test_a_facilitator_who_works_in_the_team_or_leads_it_does_not_read_first(role: Role, cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    give_team_role(team=cast.ward, user=cast.fay, role=role, by=cast.alice)
    assert signed_in(cast.fay).get(reverse("comments", args=[round.public_id])).status_code == 403


def test_nor_one_who_administers_what_is_above_the_team(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    trust = cast.hospital.parent
    give_organisation_role(organisation=trust, user=cast.fay, role=Role.ADMINISTRATOR, by=None)
    assert signed_in(cast.fay).get(reverse("comments", args=[round.public_id])).status_code == 403


def test_a_coach_whom_the_team_asked_may(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    give_team_role(team=cast.ward, user=cast.eve, role=Role.FACILITATOR, by=cast.alice)
    assert signed_in(cast.eve).get(reverse("comments", args=[round.public_id])).status_code == 200


def test_where_nobody_can_read_them_the_page_says_whom_to_ask(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    leave_team(team=cast.ward, user=cast.fay, by=cast.alice)
    page = signed_in(cast.alice).get(reverse("results", args=[round.public_id])).text
    assert "Ask somebody you trust to be your facilitator" in page


def test_before_the_release_there_is_nothing_to_read(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    assert signed_in(cast.fay).get(reverse("comments", args=[round.public_id])).status_code == 404


def test_where_too_few_answered_the_comments_are_erased_unread(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice, answers=6)
    assert not Comment.objects.filter(round=round).exists()
    assert "nothing to read" in signed_in(cast.fay).get(reverse("comments", args=[round.public_id])).text


def test_what_nobody_has_read_in_ninety_days_is_erased(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    forget_unread_comments(now=timezone.now() + timedelta(days=89))
    assert Comment.objects.filter(round=round).exists()
    forget_unread_comments(now=round.closes_at + timedelta(days=91))
    assert not Comment.objects.filter(round=round).exists()


def test_a_comment_says_nothing_of_itself_in_a_log(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    assert "Sarah" not in repr(written(round)) + repr(as_judged(round))


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.SLIDES, Kind.SHEET, Kind.DATA])
def test_every_file_has_the_comments_that_the_page_has_with_what_each_is_about(
    kind: Kind, cast: Cast
) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    release = released(round)
    assert release is not None
    waiting = everything_in(file_of(document_of_round(round, release), kind), kind)
    assert "Handover is rushed" not in waiting
    with_themes(round, by=cast.fay)
    share_comments(round=round, by=cast.fay)
    document = document_of_round(round, release)
    assert [(one.title, len(one.texts)) for one in document.comments] == [
        ("Teamwork", 1),
        ("Communication", 1),
        ("About several things, or something else", 1),
    ]
    text = everything_in(file_of(document, kind), kind)
    for words in ("Handover is rushed when the phone rings", "was alone with", "I like working here"):
        assert words in text
    assert "Sarah" not in text


def test_passages_are_blacked_out_as_words_the_longest_first() -> None:
    assert blacked_out("Sister Ann and Ann, annually", ["Ann", "Sister Ann"]) == "[…] and […], annually"


def with_themes(round: Round, *, by: User) -> Client:
    """All three are shown: two with a theme, one with none."""
    client = signed_in(by)
    judge(client, round, COMMENTS[0], verdict="show", theme="communication")
    judge(client, round, TELLING, verdict="hide", found=["0", "1", "2"], theme="teamwork")
    judge(client, round, COMMENTS[2], verdict="show", theme="")
    return client


def part(page: str, name: str) -> str:
    """The section of the results page that is called so."""
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def test_a_comment_stands_with_the_part_of_the_results_that_its_reader_put_it_beside(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    client = with_themes(round, by=cast.fay)
    assert (
        "Shown as it is, with Communication" in client.get(reverse("comments", args=[round.public_id])).text
    )
    client.post(reverse("share_comments", args=[round.public_id]))
    page = signed_in(cast.bob).get(reverse("results", args=[round.public_id])).text
    places = {
        words: [
            name for name in ("theme-communication", "theme-teamwork", "words") if words in part(page, name)
        ]
        for words in ("Handover is rushed", "was alone with", "I like working here")
    }
    assert places == {
        "Handover is rushed": ["theme-communication"],
        "was alone with": ["theme-teamwork"],
        "I like working here": ["words"],
    }
    assert page.count("Handover is rushed") == 1


def test_a_comment_cannot_be_put_beside_what_was_not_asked(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    response = judge(signed_in(cast.fay), round, COMMENTS[0], verdict="show", theme="salaries")
    assert response.status_code == 422
    assert Judgement.objects.count() == 0


def test_within_a_part_comments_come_in_random_order(cast: Cast) -> None:
    written_so = tuple(f"Number {at} was written so" for at in range(9))
    orders = set()
    for _ in range(3):
        round = a_commented_round(cast.ward, by=cast.alice, comments=written_so)
        for one in as_judged(round):
            judge_comment(round=round, key=one.key, leaves_out=False, theme="civility", by=cast.fay)
        share_comments(round=round, by=cast.fay)
        orders.add(tuple(text for text, _ in shared_comments(round)))
        Round.objects.update(
            opens_at=timezone.now() - timedelta(days=900), closes_at=timezone.now() - timedelta(days=800)
        )
    assert len(orders) > 1, "three times the same order of nine"
    assert {frozenset(order) for order in orders} == {frozenset(written_so)}
