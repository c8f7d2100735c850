"""What a team's home says to whoever is looking, and to nobody else."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.parts import Row
from fanlight.learning.queries import parties_of, reviews_to_read, thanks_waiting
from fanlight.people.models import Team, User
from fanlight.people.pages.team import rows_of_before
from fanlight.people.queries import teams_after
from fanlight.results.queries import rounds_to_read_first
from fanlight.surveys.models import Round


def own_rows(user: User | AnonymousUser) -> tuple[Row, ...]:
    """What waits for this person: comments, thank-yous, what they need as they said it, reviews to read."""
    return (
        *_comments(rounds_to_read_first(user)),
        *_thanks(thanks_waiting(user)),
        *_needs(is_there=parties_of(user).exists()),
        *_reviews(reviews_to_read(user).count()),
    )


def rows_of_change(user: User | AnonymousUser, team: Team) -> tuple[Row, ...]:
    """Where a team's past or future is, for whoever is in it: teams are merged and split, and results stay behind."""
    if not isinstance(user, User):
        return ()
    after = (
        Row(text=f"It goes on as {one.name}", href=reverse("team_home", args=[one.public_id]))
        for one in teams_after(user, team)
    )
    return (*after, *rows_of_before(user, team))


def _comments(rounds: tuple[Round, ...]) -> Iterator[Row]:
    """That comments wait, and not how many: their number would say how many wrote."""
    for round in rounds:
        yield Row(
            text="Comments wait for you to read first",
            detail=f"{round.title}, {round.whose}. The team sees them when you have read them all.",
            href=reverse("comments", args=[round.public_id]),
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
