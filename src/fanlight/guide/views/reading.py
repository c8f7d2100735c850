"""The guide, open to everybody. Nothing that is asked here is kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fanlight.design.files import pdf_file
from fanlight.guide import pages
from fanlight.guide.documents import cards_as_pdf
from fanlight.guide.forms import read_filters, read_words
from fanlight.guide.queries import Focus, ReviewWay, WindowKind
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import member_for


def _lost(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "guide/lost.html", {"page": pages.lost_page(the_guide(), slug)}, status=404)


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/home.html", {"page": pages.home_page(the_guide())})


@login_not_required
@require_safe
def focus(request: HttpRequest, focus: str) -> HttpResponse:
    found = member_for(Focus, focus)
    if found is None:
        return _lost(request, focus)
    page = pages.focus_page(the_guide(), found, timezone.localdate())
    return render(request, "guide/focus.html", {"page": page})


@login_not_required
@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    page = pages.cards_page(the_guide(), read_filters(the_guide(), request.GET))
    return render(request, "guide/cards.html", {"page": page})


@login_not_required
@require_safe
def cards_pdf(request: HttpRequest) -> HttpResponse:
    found = pages.chosen_cards(the_guide(), read_filters(the_guide(), request.GET))
    if not found:
        return _lost(request, "cards")
    return pdf_file(cards_as_pdf(found), "fanlight-cards")


@login_not_required
@require_safe
def card(request: HttpRequest, card: str) -> HttpResponse:
    guide = the_guide()
    try:
        page = pages.card_page(guide, guide.card(card), read_filters(guide, request.GET))
    except KeyError:
        return _lost(request, card)
    return render(request, "guide/card.html", {"page": page})


@login_not_required
@require_safe
def ideas(request: HttpRequest) -> HttpResponse:
    page = pages.ideas_page(the_guide(), read_filters(the_guide(), request.GET))
    return render(request, "guide/ideas.html", {"page": page})


@login_not_required
@require_safe
def idea(request: HttpRequest, idea: str) -> HttpResponse:
    guide = the_guide()
    try:
        page = pages.idea_page(guide, guide.idea(idea))
    except KeyError:
        return _lost(request, idea)
    return render(request, "guide/idea.html", {"page": page})


@login_not_required
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/sources.html", {"page": pages.sources_page(the_guide())})


@login_not_required
@require_safe
def way_in(request: HttpRequest) -> HttpResponse:
    page = pages.way_in_page(the_guide(), request.GET)
    return render(request, "guide/way_in.html", {"page": page})


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    page = pages.search_page(the_guide(), read_words(request.GET))
    return render(request, "guide/search.html", {"page": page})


@login_not_required
@require_safe
def speaking_up(request: HttpRequest) -> HttpResponse:
    page = pages.speaking_up_page(the_guide(), timezone.localdate())
    return render(request, "guide/speaking_up.html", {"page": page})


@login_not_required
@require_safe
def language(request: HttpRequest) -> HttpResponse:
    page = pages.language_page(the_guide())
    return render(request, "guide/language.html", {"page": page})


@login_not_required
@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    page = pages.conversations_page(the_guide())
    return render(request, "guide/conversations.html", {"page": page})


@login_not_required
@require_safe
def easy_read(request: HttpRequest) -> HttpResponse:
    page = pages.easy_read_page(the_guide())
    return render(request, "guide/easy_read.html", {"page": page})


@login_not_required
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/learning.html", {"page": pages.learning_page(the_guide())})


@login_not_required
@require_safe
def learning_way(request: HttpRequest, way: str) -> HttpResponse:
    found = member_for(ReviewWay, way)
    if found is None:
        return _lost(request, way)
    return render(request, "guide/learning_way.html", {"page": pages.way_page(the_guide(), found)})


@login_not_required
@require_safe
def stop_and_think(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/stop_and_think.html", {"page": pages.pause_page(the_guide())})


@login_not_required
@require_safe
def windows(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/windows.html", {"page": pages.windows_page(the_guide())})


@login_not_required
@require_safe
def window(request: HttpRequest, kind: str) -> HttpResponse:
    found = member_for(WindowKind, kind)
    if found is None:
        return _lost(request, kind)
    return render(request, "guide/window.html", {"page": pages.window_page(the_guide(), found)})
