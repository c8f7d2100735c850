"""The team's addresses."""

from django.urls import path

from fanlight.team.views import changes, home

urlpatterns = [
    path("", home.home, name="home"),
    path("teams/<slug:public_id>/", home.team_home, name="team_home"),
    path("teams/<slug:public_id>/rounds/", home.team_rounds, name="team_rounds"),
    path("rounds/<slug:public_id>/", home.round, name="round"),
    path("actions/<slug:public_id>/thread/", changes.thread, name="thread"),
    path("teams/<slug:public_id>/coach/", changes.team_coach, name="team_coach"),
    path("coaching/", changes.coaching, name="coaching"),
    path("coaching/<slug:public_id>/", changes.coached_team, name="coached_team"),
    path("messages/<slug:public_id>/helped/", changes.say_helped, name="say_helped"),
    path("you/weekly-letter/", changes.digest, name="digest"),
    path("take-on/<slug:kind>/<slug:public_id>/", home.take_on, name="take_on"),
    path("teams/<slug:public_id>/patterns/", home.patterns, name="patterns"),
    path("tell/<slug:public_id>/", home.tell_story, name="tell_story"),
    path("tell/aim/<slug:public_id>/", home.tell_aim, name="tell_aim"),
]
