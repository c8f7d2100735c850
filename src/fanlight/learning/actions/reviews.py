"""Holding a review: begin, write down what was said, lay it on the map, ask somebody to read it, finish."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.guide.queries import ReviewWay
from fanlight.learning.models import Guest, Line, Practice, Review
from fanlight.people.actions.changed import reword
from fanlight.people.models import Team, User


@transaction.atomic
def begin_review(
    *,
    team: Team,
    way: ReviewWay,
    title: str,
    recorded: str,
    reference: str = "",
    who_was_there: str = "",
    by: User,
) -> Review:
    """Begin the note of a talk. The same title sent twice on one day is one note."""
    Team.objects.select_for_update().get(pk=team.pk)
    today = timezone.localdate()
    same = Review.objects.filter(team=team, way=way.value, title=title, begun_on=today, closed_on=None)
    if found := same.first():
        return found
    review = Review.objects.create(
        team=team,
        way=way.value,
        title=title,
        recorded=recorded,
        reference=reference,
        who_was_there=who_was_there,
        begun_on=today,
    )
    record("begin_review", subject=review, by=by, way=way.value)
    return review


DESCRIBED = ("title", "recorded", "reference", "who_was_there", "who_was_missing")


@transaction.atomic
def describe_review(
    *,
    review: Review,
    version: int,
    title: str,
    recorded: str,
    reference: str,
    who_was_there: str,
    who_was_missing: str,
    by: User,
) -> Review:
    """Change what stands at the top of a review. Refused with both texts if somebody else has since `version`."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    if reword(
        row=review,
        version=version,
        title=title,
        recorded=recorded,
        reference=reference,
        who_was_there=who_was_there,
        who_was_missing=who_was_missing,
    ):
        record("describe_review", subject=review, by=by)
    return review


@transaction.atomic
def write_down(
    *, review: Review, question: str, lines: Sequence[str], seen: Collection[str], by: User
) -> None:
    """What stands under a question now. Lines that stay keep their place on the map.

    `seen` names the lines that the writer had before them: one that a colleague added meanwhile is not lost.
    """
    Review.objects.select_for_update().get(pk=review.pk)
    there = {line.words: line for line in Line.objects.filter(review=review, question=question)}
    for words, line in there.items():
        if line.public_id in seen and words not in lines:
            line.delete()
    new = [words for words in dict.fromkeys(lines) if words not in there]
    for words in new:
        Line.objects.create(review=review, question=question, words=words)
    record("write_down", subject=review, by=by, question=question, lines=len(lines))


@transaction.atomic
def sort_lines(*, review: Review, places: Mapping[str, tuple[str, str]], by: User) -> None:
    """Lay lines on the map: for the name of each line, which part of the work, and whether it helped."""
    for line in Line.objects.filter(review=review, public_id__in=places):
        line.element, line.touch = places[line.public_id]
        line.save(update_fields=["element", "touch"])
    record("sort_lines", subject=review, by=by, lines=len(places))


@transaction.atomic
def add_practice(*, review: Review, as_imagined: str, as_done: str, sense: str, by: User) -> Practice:
    """Put work as it is done beside work as it is meant. The same twice is one."""
    practice, is_new = Practice.objects.get_or_create(
        review=review, as_imagined=as_imagined, as_done=as_done, defaults={"sense": sense}
    )
    if is_new:
        record("add_practice", subject=review, by=by)
    return practice


@transaction.atomic
def drop_practice(*, practice: Practice, by: User) -> None:
    record("drop_practice", subject=practice.review, by=by)
    practice.delete()


@transaction.atomic
def ask_guest(*, review: Review, user: User, by: User) -> Guest:
    """Let a patient safety partner or specialist read this one review."""
    guest, is_new = Guest.objects.get_or_create(review=review, user=user)
    if is_new:
        record("ask_guest", subject=review, by=by, guest=user.public_id)
    return guest


@transaction.atomic
def thank_guest(*, guest: Guest, by: User) -> None:
    """End what a guest may read."""
    record("thank_guest", subject=guest.review, by=by, guest=guest.user.public_id)
    guest.delete()


@transaction.atomic
def close_review(*, review: Review, by: User) -> None:
    """Call it finished. Twice is harmless."""
    if Review.objects.filter(pk=review.pk, closed_on=None).update(closed_on=timezone.localdate()):
        record("close_review", subject=review, by=by)


@transaction.atomic
def reopen_review(*, review: Review, by: User) -> None:
    if Review.objects.filter(pk=review.pk, closed_on__isnull=False).update(closed_on=None):
        record("reopen_review", subject=review, by=by)


@transaction.atomic
def drop_review(*, review: Review, by: User) -> None:
    """Delete a review with all that was said. Actions that came of it stay on the board."""
    record("drop_review", subject=review, by=by)
    review.delete()
