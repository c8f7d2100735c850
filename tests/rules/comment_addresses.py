"""Who may open the pages on which comments are read first: a facilitator outside the line, and nobody else."""

from fanlight.results.actions import judge_comment
from fanlight.results.comments import written
from support.worlds import Cast, a_commented_round

# nobody, member, lead, facilitator, left, elsewhere, coach, specialist, guardian, partner, administrator
READS_FIRST = "· 403 403 200 404 404 403 403 403 403 403"
COMMENTS = dict.fromkeys(("comments", "judge_comment", "share_comments"), READS_FIRST)


def about_comments(name: str, cast: Cast) -> dict[str, object]:
    round = a_commented_round(cast.ward, by=cast.alice)
    waiting = written(round)
    if name == "share_comments":
        for one in waiting:
            judge_comment(round=round, key=str(one.key), leaves_out=False, by=cast.fay)
    return {"public_id": round.public_id, "key": waiting[0].key}
