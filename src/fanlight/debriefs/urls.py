"""The addresses of a debrief."""

from django.urls import path

from fanlight.debriefs import views

urlpatterns = [
    path("rounds/<slug:public_id>/debrief-kit/", views.debrief_kit, name="debrief_kit"),
    path("rounds/<slug:public_id>/screen/<int:number>/", views.screen, name="screen"),
    path("teams/<slug:public_id>/discussion/", views.discussion, name="discussion"),
]
