"""The addresses of setting up a round."""

from django.urls import path

from fanlight.surveys import views

urlpatterns = [
    path("teams/<slug:public_id>/rounds/new/", views.plan, name="plan"),
    path("rounds/<slug:public_id>/questions/", views.pulse, name="pulse"),
    path("rounds/<slug:public_id>/debrief/", views.debrief_booking, name="debrief_booking"),
    path("rounds/<slug:public_id>/debrief.ics", views.debrief_ics, name="debrief_ics"),
    path("rounds/<slug:public_id>/open/", views.open_round, name="open_round"),
    path("rounds/<slug:public_id>/extend/", views.extend, name="extend"),
    path("rounds/<slug:public_id>/drop/", views.drop, name="drop"),
    path("r/<slug:door>/promise/", views.promise, name="promise"),
]
