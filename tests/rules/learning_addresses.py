"""The addresses about what a team learns: what each kind of person gets, in the order of WHO."""

from rules.people_addresses import IN_TEAM, POST_ONLY, SIGNED_IN
from support.learning import a_guest, a_review
from support.worlds import Cast

# Pat, the partner, was asked to read this review. She may read it, and nothing more.
READ = "· 200 200 200 404 404 403 403 403 200 403"

LEARNING = {
    "reviews": IN_TEAM,
    "review_begin": IN_TEAM,
    "reviews_to_read": SIGNED_IN,
    "review": READ,
    "review_of_line": "· 302 302 302 404 404 403 403 403 403 403",
    "review_describe": IN_TEAM,
    "review_lines": IN_TEAM,
    "review_map": IN_TEAM,
    "review_practice": IN_TEAM,
    "review_practice_drop": IN_TEAM,
    "review_guests": IN_TEAM,
    "review_guest_end": IN_TEAM,
    "review_close": IN_TEAM,
    "review_reopen": POST_ONLY,
    "review_drop": IN_TEAM,
}


def about_learning(name: str, cast: Cast) -> dict[str, object]:
    review = a_review(cast)
    a_guest(cast, review)
    values: dict[str, object] = {"way": "huddle", "question": "happened", "guest": cast.pat.public_id}
    values["practice"] = review.practices.get().public_id
    subject = cast.ward if name in {"reviews", "review_begin"} else review
    if name == "review_of_line":
        return {"public_id": review.lines.last().public_id}  # type: ignore[union-attr]
    return values | {"public_id": subject.public_id}
