"""What a team's home says to whoever is looking, and to nobody else."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.parts import Row
from fanlight.learning.queries import parties_of, reviews_to_read, thanks_waiting
from fanlight.people.models import User


def own_rows(user: User | AnonymousUser) -> tuple[Row, ...]:
    """Thank-yous that wait for this person, what they need as they said it, and reviews they were asked to read."""
    return (
        *_thanks(thanks_waiting(user)),
        *_needs(is_there=parties_of(user).exists()),
        *_reviews(reviews_to_read(user).count()),
    )


def _thanks(waiting: int) -> tuple[Row, ...]:
    if not waiting:
        return ()
    words = f"{capital(counted(waiting, 'thank-you'))} for you to read"
    return (Row(text=words, detail="Only you see this.", href=reverse("thanks")),)


def _reviews(many: int) -> tuple[Row, ...]:
    if not many:
        return ()
    words = f"{capital(counted(many, 'review'))} that you were asked to read"
    return (
        Row(
            text=words,
            detail="You read with them, and see nothing else of the team.",
            href=reverse("reviews_to_read"),
        ),
    )


def _needs(*, is_there: bool) -> tuple[Row, ...]:
    if not is_there:
        return ()
    detail = "Only you and your facilitator see this."
    return (Row(text="What you need, as you said it", detail=detail, href=reverse("mending_mine")),)
