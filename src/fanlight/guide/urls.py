"""The addresses of the guide."""

from django.urls import path

from fanlight.guide.views import live
from fanlight.guide.views import reading as views

urlpatterns = [
    path("guide/", views.home, name="guide"),
    path("guide/cards/", views.cards, name="guide_cards"),
    path("guide/cards.pdf", views.cards_pdf, name="guide_cards_pdf"),
    path("guide/cards/<slug:card>/", views.card, name="guide_card"),
    path("guide/live/", live.begin, name="guide_live"),
    path("guide/live/join/", live.join, name="guide_live_join"),
    path("guide/live/<slug:code>/", live.sitting, name="guide_live_sitting"),
    path("guide/ideas/", views.ideas, name="guide_ideas"),
    path("guide/ideas/<slug:idea>/", views.idea, name="guide_idea"),
    path("guide/find-your-way/", views.way_in, name="guide_way_in"),
    path("guide/search/", views.search, name="guide_search"),
    path("guide/conversations/", views.conversations, name="guide_conversations"),
    path("guide/language/", views.language, name="guide_language"),
    path("guide/speaking-up/", views.speaking_up, name="guide_speaking_up"),
    path("guide/easy-read/", views.easy_read, name="guide_easy_read"),
    path("guide/learning/", views.learning, name="guide_learning"),
    path("guide/learning/<slug:way>/", views.learning_way, name="guide_learning_way"),
    path("guide/stop-and-think/", views.stop_and_think, name="guide_stop_and_think"),
    path("guide/windows/", views.windows, name="guide_windows"),
    path("guide/windows/<slug:kind>/", views.window, name="guide_window"),
    path("guide/sources/", views.sources, name="guide_sources"),
    path("guide/<slug:focus>/", views.focus, name="guide_focus"),
]
