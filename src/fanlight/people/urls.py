"""The addresses about people, teams and organisations."""

from django.urls import URLPattern, URLResolver, include, path

from fanlight.people.views import importing, joining, organisation, sign_in, team, tree_team, you

urlpatterns: list[URLPattern | URLResolver] = [
    path("you/", you.you, name="you"),
    path("you/sign-out-everywhere/", you.you_sign_out_everywhere, name="you_sign_out_everywhere"),
    path("you/close/", you.you_close, name="you_close"),
    path("invitations/<slug:public_id>/<slug:key>/", joining.invitation, name="invitation"),
    path("join/<slug:join_code>/", joining.join_team, name="join_team"),
    path("join/<slug:join_code>/code/", joining.join_team_code, name="join_team_code"),
]

ISSUER = "sign-in/oidc/<slug:provider_id>/login/"
urlpatterns += [
    path("sign-in/", include("allauth.account.urls")),
    path("sign-in/checks/", include("allauth.mfa.urls")),
    path("sign-in/linked/", include("allauth.socialaccount.urls")),
    path(ISSUER, sign_in.openid_connect_login, name="openid_connect_login"),
    path(ISSUER + "callback/", sign_in.callback, name="openid_connect_callback"),
]

TEAM = "teams/<slug:public_id>/"
PERSON = TEAM + "people/<slug:person>/"
WAITING = TEAM + "invitations/<slug:invitation>/"
urlpatterns += [
    path(TEAM + "people/", team.team_people, name="team_people"),
    path(TEAM + "invite/", team.team_invite, name="team_invite"),
    path(PERSON, team.team_person, name="team_person"),
    path(PERSON + "remove/", team.team_person_remove, name="team_person_remove"),
    path(WAITING + "again/", team.team_invitation_again, name="team_invitation_again"),
    path(WAITING + "withdraw/", team.team_invitation_withdraw, name="team_invitation_withdraw"),
    path(TEAM + "join-link/", team.team_join_link, name="team_join_link"),
    path(TEAM + "join-link/change/", team.team_join_link_change, name="team_join_link_change"),
    path(TEAM + "join-link/off/", team.team_join_link_off, name="team_join_link_off"),
    path(TEAM + "hand-over/", team.team_hand_over, name="team_hand_over"),
    path(TEAM + "leave/", team.team_leave, name="team_leave"),
    path(TEAM + "rename/", team.team_rename, name="team_rename"),
]

IN_TREE = "organisations/teams/<slug:public_id>/"
urlpatterns += [
    path(IN_TREE, tree_team.tree_team, name="tree_team"),
    path(IN_TREE + "lead/", tree_team.tree_team_lead, name="tree_team_lead"),
    path(IN_TREE + "rename/", tree_team.tree_team_rename, name="tree_team_rename"),
    path(IN_TREE + "move/", tree_team.tree_team_move, name="tree_team_move"),
    path(IN_TREE + "end/", tree_team.tree_team_end, name="tree_team_end"),
    path(IN_TREE + "reopen/", tree_team.tree_team_reopen, name="tree_team_reopen"),
    path(IN_TREE + "split/", tree_team.tree_team_split, name="tree_team_split"),
]

PLACE = "organisations/<slug:public_id>/"
OFFERED = PLACE + "invitations/<slug:invitation>/"
urlpatterns += [
    path("organisations/", organisation.organisations, name="organisations"),
    path(PLACE, organisation.organisation, name="organisation"),
    path(PLACE + "add/", organisation.organisation_add, name="organisation_add"),
    path(PLACE + "add-team/", organisation.organisation_add_team, name="organisation_add_team"),
    path(PLACE + "change/", organisation.organisation_change, name="organisation_change"),
    path(PLACE + "rules/", organisation.organisation_rules, name="organisation_rules"),
    path(PLACE + "move/", organisation.organisation_move, name="organisation_move"),
    path(PLACE + "remove/", organisation.organisation_remove, name="organisation_remove"),
    path(PLACE + "merge/", organisation.organisation_merge, name="organisation_merge"),
    path(PLACE + "import/", importing.organisation_import, name="organisation_import"),
    path(PLACE + "import/save/", importing.organisation_import_save, name="organisation_import_save"),
    path(
        PLACE + "import/template.<slug:kind>",
        importing.organisation_import_template,
        name="organisation_import_template",
    ),
    path(PLACE + "people/", organisation.organisation_people, name="organisation_people"),
    path(PLACE + "people/invite/", organisation.organisation_invite, name="organisation_invite"),
    path(
        PLACE + "people/<slug:person>/<slug:role>/end/",
        organisation.organisation_role_end,
        name="organisation_role_end",
    ),
    path(
        OFFERED + "again/", organisation.organisation_invitation_again, name="organisation_invitation_again"
    ),
    path(
        OFFERED + "withdraw/",
        organisation.organisation_invitation_withdraw,
        name="organisation_invitation_withdraw",
    ),
]
