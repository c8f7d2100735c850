"""The pages of a review that ask for something."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.design.writing import WritingPage
from fanlight.guide.queries import ReviewQuestion
from fanlight.learning.models import Guest, Practice, Review
from fanlight.learning.pages.place import learning_link, where_in


def back_to(review: Review) -> Link:
    return Link(text=review.title, href=reverse("review", args=[review.public_id]))


def lines_page(review: Review, question: ReviewQuestion) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title=question.ask,
        back=back_to(review),
        button="Keep this",
        lead="In the room’s own words. The work, not who.",
    )


def describe_page(review: Review) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="What stands at the top",
        back=back_to(review),
        button="Keep this",
    )


def sort_page(review: Review) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="Which part of the work is each about?",
        back=back_to(review),
        button="Put them on the map",
        lead="Do it together, and don’t argue long. If a pane stays empty, ask: is there really nothing?",
    )


def practice_page(review: Review) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="How it is meant, and how it is done",
        back=back_to(review),
        button="Put them side by side",
        lead="Nobody is wrong here. People find ways that work. The gap between the two is what you can learn from.",
    )


def drop_practice_page(review: Review, practice: Practice) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="Take this row off?",
        back=back_to(review),
        button="Take it off",
        lead=f"“{practice.as_done}”",
    )


def guest_page(review: Review, *, has_some: bool) -> WritingPage:
    nobody = (
        "Your organisation has named no patient safety partner or specialist in Fanlight yet, or all have been asked. "
        "An administrator can name one."
    )
    return WritingPage(
        where=where_in(review.team),
        title="Ask somebody from outside to read it",
        back=back_to(review),
        button="Ask them" if has_some else "",
        lead="A patient safety partner brings the patients’ view. A specialist joins it up with what others learn.",
        notes=(
            "They can read this one review, now and as it grows. They see nothing else of your team, "
            "and write nothing. You can end it at any time.",
            *(() if has_some else (nobody,)),
        ),
    )


def thank_guest_page(review: Review, guest: Guest) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title=f"End reading for {guest.user.name}?",
        back=back_to(review),
        button="End it",
        lead="They will not be able to open this review any more. You can ask them again.",
    )


def close_page(review: Review) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="Finished, for now?",
        back=back_to(review),
        button="It is finished",
        lead="Everybody in the team can go on reading it. You can open it again.",
        notes=(
            "Has everybody heard who was not there? Has somebody asked how those who were there are today?",
        ),
    )


def drop_page(review: Review) -> WritingPage:
    return WritingPage(
        where=where_in(review.team),
        title="Delete this review?",
        back=back_to(review),
        button="Delete it for good",
        lead="All that was said goes, for everybody, and cannot be brought back. Actions that came of it stay.",
        is_grave=True,
    )


def after_drop(review: Review) -> str:
    return learning_link(review.team).href
