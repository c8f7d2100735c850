"""The addresses of setting up a round."""

from django.urls import path

from fanlight.surveys.views import calendar, planning, together

urlpatterns = [
    path("teams/<slug:public_id>/rounds/new/", planning.plan, name="plan"),
    path("rounds/<slug:public_id>/questions/", planning.pulse, name="pulse"),
    path("rounds/<slug:public_id>/debrief/", planning.debrief_booking, name="debrief_booking"),
    path("rounds/<slug:public_id>/debrief.ics", planning.debrief_ics, name="debrief_ics"),
    path("rounds/<slug:public_id>/open/", planning.open_round, name="open_round"),
    path("rounds/<slug:public_id>/change/", planning.change, name="change_round"),
    path("rounds/<slug:public_id>/extend/", planning.extend, name="extend"),
    path("rounds/<slug:public_id>/drop/", planning.drop, name="drop"),
    path("rounds/<slug:public_id>/small/", together.small_team, name="small_team"),
    path("rounds/<slug:public_id>/together/", together.together, name="together"),
    path("rounds/<slug:public_id>/together/end/", together.part_ways, name="part_ways"),
    path("rounds/<slug:public_id>/together/<slug:key>/", together.join_round, name="join_round"),
    path("rounds/<slug:public_id>/twice/", together.twice, name="twice"),
    path("organisations/<slug:public_id>/calendar/", calendar.asking_calendar, name="asking_calendar"),
    path("organisations/<slug:public_id>/calendar/add/", calendar.calendar_add, name="calendar_add"),
    path(
        "organisations/<slug:public_id>/calendar/<slug:survey>/remove/",
        calendar.calendar_remove,
        name="calendar_remove",
    ),
    path("r/<slug:door>/promise/", planning.promise, name="promise"),
]
