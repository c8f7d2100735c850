"""Who may read what through the interface for programs: the same as in the browser."""

from fanlight.api.actions import make_key
from fanlight.api.models import Key
from support.debriefs import a_debrief
from support.worlds import Cast, a_released_round

# nobody, member, lead, facilitator, left, elsewhere, coach, specialist, guardian, partner, administrator
TO_A_TEAM = "401 200 200 200 404 404 403 403 403 403 403"
API = dict.fromkeys(
    ("api_team", "api_rounds", "api_actions", "api_round", "api_results", "api_outcome"), TO_A_TEAM
) | {
    "api_teams": "401 200 200 200 200 200 200 200 200 200 200",
    "api_openapi": "200 200 200 200 200 200 200 200 200 200 200",
    "api_keys": "· 200 200 200 200 200 200 200 200 200 200",
    "api_key_withdraw": "· 405 405 405 405 405 405 405 405 405 405",
}
# They say no by themselves, with 401: a program has no use for a page to sign in on.
PUBLIC_API = {name for name in API if name not in {"api_keys", "api_key_withdraw"}}


def about_programs(name: str, cast: Cast) -> dict[str, object]:
    round = a_released_round(cast.ward, by=cast.alice)
    a_debrief(round, by=cast.alice)
    if name == "api_key_withdraw":
        make_key(user=cast.alice, name="R", by=cast.alice)
        return {"public_id": Key.objects.get().public_id}
    return {"team": cast.ward.public_id, "round": round.public_id}
