"""Whatever is sent to a form of planning, people or sharing: a page that helps, never a crash."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fanlight.people.actions import change_join_link, invite
from fanlight.people.roles import Role
from fanlight.surveys.actions import add_other_survey
from support.worlds import a_draft, an_open_round, make_cast

HELPFUL = {200, 302, 400, 403, 404, 405, 410, 422, 429}
ODD = (
    "",
    " ",
    "\x00",
    "9999-12-31",
    "0001-01-01",
    "31/2/2027",
    "-1",
    "1e9",
    "9" * 40,
    "x" * 5000,
    "²",
    "ａ",
    "😀",
    "None",
    "9" * 5000,
    "[" * 5000,
    '{"id": "\\ud800", "rawId": "\\u0000", "response": {}, "type": 7}',
    "{}",
    "null",
)
# As bytes: half a character, halves that belong together elsewhere, and kinds of content that there are not.
BODIES = (
    b"name=%ED%A0%80&code=%00",
    b"\xff\xfe=%ff",
    b"a=1&" * 1200,
    b'{"name": "\\ud800"}',
    b"--x\r\n",
    b"",
)
KINDS = (
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=nonsense",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=x; charset=hex",
    "multipart/form-data",
    "application/json",
    "",
)
VALUES = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=20),
    st.integers().map(str),
    st.dates().map(str),
    st.times().map(str),
    st.sampled_from(
        [
            "on",
            "link",
            "fanlight-six",
            "fanlight-pulse",
            "T1",
            "me",
            "lead",
            "alice@example.org",
            "2027-02-03",
        ]
    ),
)

# Each form: who sends it, where, and its fields.
PLANNING = {
    "plan": ("alice", "ward", "instrument people opens_on closes_on ways all_the_same"),
    "pulse": ("alice", "draft", "questions"),
    "debrief_booking": ("alice", "draft", "day hour place facilitator second_day second_hour"),
    "change_round": ("alice", "draft", "people opens_on closes_on ways all_the_same"),
    "extend": ("alice", "round", "closes_on"),
    "twice": ("alice", "draft", "opens_on closes_on"),
    "join_round": ("charlie", "draft", "team people"),
    "calendar_add": ("ada", "hospital", "title begins_on ends_on"),
    "calendar_remove": ("ada", "hospital", ""),
    "share": ("alice", "ward", ""),
    "slips": ("alice", "round", "number"),
    "open_round": ("alice", "draft", ""),
    "drop": ("alice", "draft", ""),
    "part_ways": ("alice", "draft", ""),
}
PEOPLE = {
    "organisation_rules": ("ada", "hospital", "minimum rest_days"),
    "organisation_add": ("ada", "hospital", "name kind ods_code"),
    "organisation_change": ("ada", "hospital", "name kind ods_code"),
    "organisation_add_team": ("ada", "hospital", "name leads lead_email others"),
    "organisation_invite": ("ada", "hospital", "email name role"),
    "organisation_move": ("ada", "hospital", "to"),
    "organisation_merge": ("ada", "hospital", "teams name"),
    "organisation_import": ("ada", "hospital", "sheet"),
    "organisation_import_save": ("ada", "hospital", "held is_welcome_sent"),
    "tree_team_split": ("ada", "ward", "first second"),
    "tree_team_lead": ("ada", "ward", "email name person"),
    "tree_team_move": ("ada", "ward", "to"),
    "team_invite": ("alice", "ward", "people role"),
    "team_person": ("alice", "ward", "roles"),
    "team_hand_over": ("alice", "ward", "person"),
    "team_rename": ("alice", "ward", "name"),
    "join_team": (None, "ward", "name email"),
    "join_team_code": (None, "ward", "held code"),
    "invitation": (None, "ward", "name"),
    "you": ("bob", None, "name"),
    "account_login": (None, None, "login password remember"),
    "account_reset_password": (None, None, "email"),
    "account_set_password": ("bob", None, "password1 password2"),
    "account_email": ("bob", None, "email action_add action_remove action_primary"),
    "mfa_activate_totp": ("bob", None, "code"),
    "mfa_add_webauthn": ("bob", None, "name credential passwordless"),
    "mfa_authenticate": (None, None, "code credential"),
    "mfa_reauthenticate": ("bob", None, "code"),
    "socialaccount_connections": ("bob", None, "account"),
    "organisation_remove": ("ada", "hospital", ""),
    "tree_team_rename": ("ada", "ward", "name"),
    "tree_team_end": ("ada", "ward", ""),
    "tree_team_reopen": ("ada", "ward", ""),
    "team_leave": ("bob", "ward", ""),
    "you_close": ("bob", None, ""),
    "account_request_login_code": (None, None, "email"),
    "account_confirm_login_code": (None, None, "code"),
    "mfa_login_webauthn": (None, None, "credential"),
}
FORMS = PLANNING | PEOPLE


class TestAnyForm(TestCase):  # type: ignore[misc]
    """The world is made once; whatever a form did is undone after each example."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = cast = make_cast()
        cls.places = {
            "ward": cast.ward,
            "hospital": cast.hospital,
            "draft": a_draft(cast.ward, by=cast.alice),
            "round": an_open_round(cast.ward, by=cast.alice),
        }
        today = timezone.localdate()
        survey = add_other_survey(
            organisation=cast.hospital,
            title="Other",
            begins_on=today,
            ends_on=today + timedelta(days=2),
            by=None,
        )
        waiting = invite(email="nia@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)
        cls.parts = {
            "join_round": {"key": cls.places["draft"].joining_key},
            "calendar_remove": {"survey": survey.public_id},
            "share": {"what": "actions"},
            "team_person": {"person": cast.bob.public_id},
            "invitation": {"public_id": waiting.public_id, "key": waiting.key},
        }
        cls.join_code = change_join_link(team=cast.ward, by=cast.alice).join_code

    def address(self, name: str, place: str | None) -> str:
        parts: dict[str, Any] = {"public_id": self.places[place].public_id} if place else {}
        if name.startswith("join_team"):
            parts = {"join_code": self.join_code}
        return reverse(name, kwargs={**parts, **self.parts.get(name, {})})

    @given(name=st.sampled_from(sorted(FORMS)), data=st.data())
    @settings(max_examples=120, suppress_health_check=list(HealthCheck), deadline=None)
    def test_anything_sent_gets_a_page_that_helps(self, name: str, data: Any) -> None:
        who, place, fields = FORMS[name]
        client = Client()
        if who:
            client.force_login(getattr(self.cast, who))
        many = st.lists(VALUES, max_size=3)
        sent = {field: data.draw(many) for field in fields.split() if data.draw(st.booleans())}
        response = client.post(self.address(name, place), sent)
        assert response.status_code in HELPFUL, (name, sent)

    @given(name=st.sampled_from(sorted(FORMS)), body=st.sampled_from(BODIES), kind=st.sampled_from(KINDS))
    @settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
    def test_any_bytes_called_anything_do_too(self, name: str, body: bytes, kind: str) -> None:
        who, place, _ = FORMS[name]
        client = Client()
        if who:
            client.force_login(getattr(self.cast, who))
        response = client.generic("POST", self.address(name, place), body, content_type=kind)
        assert response.status_code in HELPFUL, (name, body, kind)

    @given(
        name=st.sampled_from(["organisation_add", "plan", "calendar_add"]),
        query=st.dictionaries(st.sampled_from(["words", "name", "code", "next"]), VALUES, max_size=3),
    )
    @settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
    def test_anything_in_an_address_does_too(self, name: str, query: dict[str, str]) -> None:
        who, place, _ = FORMS[name]
        client = Client()
        client.force_login(getattr(self.cast, who or "alice"))
        assert client.get(self.address(name, place), query).status_code in HELPFUL
