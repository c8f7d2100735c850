"""A team's reviews: the list, a new one, and one to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.guide.queries import ReviewWay
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import member_for
from fanlight.learning import actions, queries
from fanlight.learning.access import (
    line_to_take_on,
    may_keep_needs,
    may_write,
    review_to_read,
    team_that_learns,
)
from fanlight.learning.forms import BeginForm
from fanlight.learning.pages import reviews as pages
from fanlight.learning.pages.review import review_page
from fanlight.people.access import signed_in
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def reviews(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_learns(request.user, public_id)
    page = pages.reviews_page(team, queries.reviews_of(team), keeps_needs=may_keep_needs(request.user, team))
    return render(request, "learning/reviews.html", {"page": page})


@require_safe
def reviews_to_read(request: HttpRequest) -> HttpResponse:
    rows = tuple(pages.guest_row(review) for review in queries.reviews_to_read(signed_in(request)))
    return render(request, "learning/to_read.html", {"rows": rows})


@asks
def review_begin(request: HttpRequest, public_id: str, way: str) -> HttpResponse:
    team, by = team_that_learns(request.user, public_id), signed_in(request)
    found = member_for(ReviewWay, way)
    if found is None:
        raise Http404("no such way to review")
    form = BeginForm(sent(request), team=team)
    names = ("title", "recorded", "reference", "who_was_there")
    if form.carry_out(
        lambda: actions.begin_review(
            team=team, way=found, by=by, **{name: form.cleaned_data[name] for name in names}
        )
    ):
        return redirect("review", form.result.public_id)
    page = pages.begin_page(team, the_guide().learning.way(found))
    return ask(request, page, form, template="learning/begin.html")


@require_safe
def review(request: HttpRequest, public_id: str) -> HttpResponse:
    found = review_to_read(request.user, public_id)
    page = review_page(found, may_write=may_write(request.user, found))
    return render(request, "learning/review.html", {"page": page})


@require_safe
def review_of_line(request: HttpRequest, public_id: str) -> HttpResponse:
    """From an action that came of something learned, back to where it was said."""
    return redirect("review", line_to_take_on(request.user, public_id).review.public_id)
