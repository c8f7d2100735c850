"""The addresses of results."""

from django.urls import path

from fanlight.results import views
from fanlight.results.documents import Kind

urlpatterns = [
    path("rounds/<slug:public_id>/results/", views.results, name="results"),
    path("rounds/<slug:public_id>/results.pdf", views.take_away, {"kind": Kind.PDF}, name="results_pdf"),
    path(
        "rounds/<slug:public_id>/results.pptx", views.take_away, {"kind": Kind.SLIDES}, name="results_slides"
    ),
    path(
        "rounds/<slug:public_id>/results.xlsx",
        views.take_away,
        {"kind": Kind.SHEET},
        name="results_spreadsheet",
    ),
    path("rounds/<slug:public_id>/results.json", views.take_away, {"kind": Kind.DATA}, name="results_data"),
    path("rounds/<slug:public_id>/end-unread/", views.end_unread, name="end_unread"),
    path("rounds/<slug:public_id>/comments/", views.comments, name="comments"),
    path("rounds/<slug:public_id>/comments/show/", views.share_comments, name="share_comments"),
    path("rounds/<slug:public_id>/comments/<uuid:key>/", views.judge_comment, name="judge_comment"),
    path("why-cant-i-see-this/", views.why_withheld, name="why_withheld"),
]
