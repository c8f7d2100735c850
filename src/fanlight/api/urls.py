"""The addresses for programs, and for a person's keys to them."""

from django.urls import include, path

from fanlight.api import views
from fanlight.api.routes import addresses

urlpatterns = [
    path("api/1/openapi.json", views.openapi, name="api_openapi"),
    path("api/1/", include(addresses())),
    path("you/keys/", views.keys, name="api_keys"),
    path("you/keys/<slug:public_id>/withdraw/", views.withdraw, name="api_key_withdraw"),
]
