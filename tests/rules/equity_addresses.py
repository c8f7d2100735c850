"""The addresses of an organisation's own rounds: what each kind of person gets, in the order of WHO."""

from fanlight.equity.actions import release_fair_round
from fanlight.equity.models import FairRound, State
from rules.people_addresses import EVERYBODY, KEEPS_TREE, POST_ONLY
from support.fairness import an_open_fair_round
from support.worlds import Cast

EQUITY = {
    "fairness": KEEPS_TREE,
    "fair_round": KEEPS_TREE,
    "fair_poster": KEEPS_TREE,
    "fair_open": POST_ONLY,
    "fair_withdraw": KEEPS_TREE,
    "fair": EVERYBODY,  # answering needs no account, and the results are everybody's at the same moment
    "fair_thanks": EVERYBODY,
    "fair_results": EVERYBODY,
}
PUBLIC_EQUITY = {"fair", "fair_thanks", "fair_results"}


def about_equity(name: str, cast: Cast) -> dict[str, object]:
    if name == "fairness":
        return {"public_id": cast.hospital.public_id}
    open_now = FairRound.objects.filter(organisation=cast.hospital, state=State.OPEN).first()
    round = open_now or an_open_fair_round(cast.hospital, by=cast.ada)
    if name == "fair_results":
        release_fair_round(round=round)
    return {"public_id": round.public_id, "door": round.door}
