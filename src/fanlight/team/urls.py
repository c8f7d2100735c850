"""The team's addresses."""

from django.urls import path

from fanlight.team import views

urlpatterns = [
    path("", views.home, name="home"),
    path("teams/<slug:public_id>/", views.team_home, name="team_home"),
    path("teams/<slug:public_id>/rounds/", views.team_rounds, name="team_rounds"),
    path("rounds/<slug:public_id>/", views.round, name="round"),
    path("take-on/<slug:kind>/<slug:public_id>/", views.take_on, name="take_on"),
    path("teams/<slug:public_id>/patterns/", views.patterns, name="patterns"),
]
