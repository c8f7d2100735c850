"""The addresses of results."""

from django.urls import path

from fanlight.results import views

urlpatterns = [
    path("rounds/<slug:public_id>/results/", views.results, name="results"),
    path("why-cant-i-see-this/", views.why_withheld, name="why_withheld"),
]
