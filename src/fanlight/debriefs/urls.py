"""The addresses of a debrief."""

from django.urls import path

from fanlight.debriefs.views import kit, live, outcome, we_did

urlpatterns = [
    path("rounds/<slug:public_id>/debrief-kit/", kit.debrief_kit, name="debrief_kit"),
    path("rounds/<slug:public_id>/screen/<int:number>/", kit.screen, name="screen"),
    path("teams/<slug:public_id>/discussion/", kit.discussion, name="discussion"),
    path("teams/<slug:public_id>/agree/", outcome.agree_without_round, name="agree_without_round"),
    path("rounds/<slug:public_id>/outcome/", outcome.outcome, name="outcome"),
    path("rounds/<slug:public_id>/outcome/talk/", outcome.record_session, name="record_session"),
    path("rounds/<slug:public_id>/outcome/agree/", outcome.agree, name="agree"),
    path("noted/<slug:public_id>/take-off/", outcome.drop_noted, name="drop_noted"),
    path("rounds/<slug:public_id>/live/", live.live, name="live"),
    path("talk/", live.talk, name="talk"),
    path("talk/<slug:code>/", live.talk_phone, name="talk_phone"),
    path("r/<slug:door>/we-did/", we_did.we_did, name="we_did"),
    path("r/<slug:door>/feedback/", we_did.debrief_feedback, name="debrief_feedback"),
]
