"""The addresses of an organisation's rounds."""

from django.urls import path

from fanlight.equity import views

urlpatterns = [
    path("organisations/<slug:public_id>/fairness/", views.fairness, name="fairness"),
    path("fairness/<slug:public_id>/", views.fair_round, name="fair_round"),
    path("fairness/<slug:public_id>/poster.pdf", views.fair_poster, name="fair_poster"),
    path("fairness/<slug:public_id>/open/", views.fair_open, name="fair_open"),
    path("fairness/<slug:public_id>/withdraw/", views.fair_withdraw, name="fair_withdraw"),
    path("fair/<slug:door>/", views.fair, name="fair"),
    path("fair/<slug:door>/thanks/", views.fair_thanks, name="fair_thanks"),
    path("fair/<slug:door>/results/", views.fair_results, name="fair_results"),
]
