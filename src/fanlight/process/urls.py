"""The addresses of what is seen from outside a team."""

from django.urls import path

from fanlight.process import views

SHARING = "teams/<slug:public_id>/sharing/"
urlpatterns = [
    path("organisations/<slug:public_id>/process/", views.process, name="process"),
    path("teams/<slug:public_id>/process/", views.team_process, name="team_process"),
    path(SHARING, views.sharing, name="sharing"),
    path(SHARING + "<slug:what>/begin/", views.share, name="share"),
    path(SHARING + "<slug:what>/end/", views.stop_sharing, name="stop_sharing"),
]
