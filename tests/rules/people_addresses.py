"""The addresses about people, teams and organisations: what each kind of person gets, in the order of WHO."""

from fanlight.people.actions import change_join_link, invite
from fanlight.people.roles import Role
from support.worlds import Cast

EVERYBODY = "200 200 200 200 200 200 200 200 200 200 200"
SIGNED_IN = "· 200 200 200 200 200 200 200 200 200 200"
IN_TEAM = "· 200 200 200 404 404 403 403 403 403 403"  # strangers learn nothing; colleagues are told no
LEADS = "· 403 200 403 404 404 403 403 403 403 403"  # members and facilitators may look, not change
POST_ONLY = "· 405 405 405 405 405 405 405 405 405 405"
SEES_PROCESS = "· 403 403 403 404 404 200 200 403 403 200"  # that work is done, never what was answered
KEEPS_TREE = "· 403 403 403 404 404 403 403 403 403 200"
LED_ON = "302 302 302 302 302 302 302 302 302 302 302"

PEOPLE = {
    "you": SIGNED_IN,
    "you_sign_out_everywhere": SIGNED_IN,
    "you_close": SIGNED_IN,
    "invitation": EVERYBODY,
    "join_team": EVERYBODY,
    "join_team_code": LED_ON,  # a code is typed after it was asked for
    "team_people": IN_TEAM,
    "team_leave": IN_TEAM,
    "team_invite": LEADS,
    "team_person": LEADS,
    "team_person_remove": LEADS,
    "team_invitation_again": POST_ONLY,
    "team_invitation_withdraw": POST_ONLY,
    "team_join_link": LEADS,
    "team_join_link_change": POST_ONLY,
    "team_join_link_off": POST_ONLY,
    "team_hand_over": LEADS,
    "team_rename": LEADS,
    "tree_team": KEEPS_TREE,
    "tree_team_lead": KEEPS_TREE,
    "tree_team_rename": KEEPS_TREE,
    "tree_team_move": KEEPS_TREE,
    "tree_team_end": KEEPS_TREE,
    "tree_team_reopen": POST_ONLY,
    "tree_team_split": KEEPS_TREE,
    "organisations": "· 200 200 200 200 200 302 302 200 200 302",  # whoever has one is led to it
    "organisation": SEES_PROCESS,
    "organisation_add": KEEPS_TREE,
    "organisation_add_team": KEEPS_TREE,
    "organisation_change": KEEPS_TREE,
    "organisation_rules": KEEPS_TREE,
    "organisation_move": KEEPS_TREE,
    "organisation_remove": KEEPS_TREE,
    "organisation_merge": KEEPS_TREE,
    "organisation_import": KEEPS_TREE,
    "organisation_import_save": POST_ONLY,
    "organisation_import_template": KEEPS_TREE,
    "organisation_people": KEEPS_TREE,
    "organisation_invite": KEEPS_TREE,
    "organisation_role_end": KEEPS_TREE,
    "organisation_invitation_again": POST_ONLY,
    "organisation_invitation_withdraw": POST_ONLY,
}
PUBLIC_PEOPLE = {"invitation", "join_team", "join_team_code"}


def about_people(name: str, cast: Cast) -> dict[str, object]:
    trust = cast.hospital.parent
    is_place = name.startswith("organisation")
    place, role, by = (trust, Role.COACH, cast.ada) if is_place else (cast.ward, Role.MEMBER, cast.alice)
    waiting = invite(email="new@example.org", name="", role=role, place=place, by=by)
    team = change_join_link(team=cast.ward, by=cast.alice)
    return {
        "public_id": waiting.public_id if name == "invitation" else place.public_id,
        "key": waiting.key,
        "invitation": waiting.public_id,
        "join_code": team.join_code,
        "person": (cast.eve if is_place else cast.bob).public_id,
        "role": Role.COACH.value,
        "kind": "csv",
    }
