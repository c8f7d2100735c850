"""The addresses about what a team learns: what each kind of person gets, in the order of WHO."""

from fanlight.learning.models import Whom
from rules.people_addresses import EVERYBODY, IN_TEAM, POST_ONLY, SEES_PROCESS, SIGNED_IN
from support.learning import a_guest, a_need, a_review, on_the_wall, some_thanks
from support.worlds import Cast

# Pat, the partner, was asked to read this review. She may read it, and nothing more.
READ = "· 200 200 200 404 404 403 403 403 200 403"

# A thank-you to Bob: he reads it, and for everybody else it does not exist. His lead is no exception.
READER = "· 200 404 404 404 404 404 404 404 404 404"
# What people need: Fay keeps it, Bob reads his own part. For his lead and for everybody else it does not exist.
KEEPER = "· 404 404 200 404 404 404 404 404 404 404"
CONCERNED = "· 200 404 200 404 404 404 404 404 404 404"
FACILITATES = "· 403 403 200 404 404 403 403 403 403 403"
# Whoever works in the same organisation may thank a team of it.
SAME_ORGANISATION = "· 200 200 200 404 404 200 200 200 200 200"

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
    "likelihood": SEES_PROCESS,
    "mendings": FACILITATES,
    "mending_begin": FACILITATES,
    "mending_mine": SIGNED_IN,
    "mending": KEEPER,
    "mending_party": KEEPER,
    "mending_hand_over": KEEPER,
    "mending_close": KEEPER,
    "mending_drop": KEEPER,
    "mending_part": CONCERNED,
    "mending_part_open": KEEPER,
    "mending_part_drop": CONCERNED,
    "mending_need_add": CONCERNED,
    "mending_need": CONCERNED,
    "wall": IN_TEAM,
    "wall_screen": IN_TEAM,
    "wall_take_off": IN_TEAM,
    "thank": SAME_ORGANISATION,
    "thank_sent": SAME_ORGANISATION,
    "thank_others": SIGNED_IN,
    "thanks": SIGNED_IN,
    "gift": READER,
    "gift_share": READER,
    "gift_keep": POST_ONLY,
    "gift_delete": READER,
    "for_you": EVERYBODY,
    "thanks_card": EVERYBODY,
    "for_you_share": EVERYBODY,
    "for_you_keep": "405 405 405 405 405 405 405 405 405 405 405",
    "for_you_delete": EVERYBODY,
}
PUBLIC_LEARNING = {"for_you", "thanks_card", "for_you_share", "for_you_keep", "for_you_delete"}


def about_learning(name: str, cast: Cast) -> dict[str, object]:
    if name == "likelihood":
        return {"public_id": cast.hospital.public_id}
    if name.startswith("mending"):
        return about_needs(name, cast)
    if name.startswith("review"):
        return about_reviews(name, cast)
    card = some_thanks(cast, Whom.CARD).code
    shared = on_the_wall(cast)
    of_team = name.startswith("thank_") or name in {"wall", "wall_screen", "thank"}
    return {"public_id": cast.ward.public_id if of_team else shared.public_id, "code": card, "number": 1}


def about_reviews(name: str, cast: Cast) -> dict[str, object]:
    review = a_review(cast)
    a_guest(cast, review)
    values: dict[str, object] = {"way": "huddle", "question": "happened", "guest": cast.pat.public_id}
    values["practice"] = review.practices.get().public_id
    subject = cast.ward if name in {"reviews", "review_begin"} else review
    if name == "review_of_line":
        return {"public_id": review.lines.last().public_id}  # type: ignore[union-attr]
    return values | {"public_id": subject.public_id}


def about_needs(name: str, cast: Cast) -> dict[str, object]:
    need = a_need(cast)
    if name in {"mendings", "mending_begin"}:
        return {"public_id": cast.ward.public_id}
    if name == "mending_need":
        return {"public_id": need.public_id}
    of_a_part = name in {"mending_part", "mending_part_open", "mending_part_drop", "mending_need_add"}
    return {"public_id": need.party.public_id if of_a_part else need.party.mending.public_id}
