"""The respondents' addresses."""

from django.urls import path

from fanlight.responses import views

urlpatterns = [
    path("r/<slug:door>/", views.respond, name="respond"),
    path("r/<slug:door>/<int:number>/", views.respond_part, name="respond_part"),
    path("r/<slug:door>/check/", views.respond_check, name="respond_check"),
    path("r/<slug:door>/thanks/", views.respond_thanks, name="respond_thanks"),
]
