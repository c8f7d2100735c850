"""Writing in one review. Everybody in the team may; guests only read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from fanlight.learning import actions, queries
from fanlight.learning.access import guest_of_review, practice_of_review, review_to_write
from fanlight.learning.forms import DescribeForm, GuestForm, LinesForm, PracticeForm, SortForm
from fanlight.learning.pages import writing as pages
from fanlight.learning.pages.place import EVENT
from fanlight.learning.pages.review import lines_for_map
from fanlight.learning.tasks import tell_guest
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, sent


@asks
def review_describe(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    form = DescribeForm.of(review, sent(request))
    if form.carry_out(
        lambda: actions.describe_review(review=review, by=by, **form.written(actions.DESCRIBED))
    ):
        return redirect("review", public_id)
    return ask(request, pages.describe_page(review), form, template=EVENT)


@asks
def review_lines(request: HttpRequest, public_id: str, question: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    asked = {each.id: each for each in queries.way_of(review).questions}.get(question)
    if asked is None:
        raise Http404("no such question")
    said = queries.lines_by_question(review)[question]
    form = LinesForm(sent(request), question=asked, said=said, team=review.team)
    if form.carry_out(
        lambda: actions.write_down(
            review=review,
            question=question,
            lines=form.cleaned_data["lines"],
            seen=form.cleaned_data["seen"],
            by=by,
        )
    ):
        return redirect("review", public_id)
    return ask(request, pages.lines_page(review, asked), form, template=EVENT)


@asks
def review_map(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    form = SortForm(sent(request), lines=lines_for_map(review))
    if form.carry_out(lambda: actions.sort_lines(review=review, places=form.places, by=by)):
        return redirect("review", public_id)
    return ask(request, pages.sort_page(review), form, template="learning/sort.html")


@asks
def review_practice(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    form = PracticeForm(sent(request), team=review.team)
    names = ("as_imagined", "as_done", "sense")
    if form.carry_out(
        lambda: actions.add_practice(
            review=review, by=by, **{name: form.cleaned_data[name] for name in names}
        )
    ):
        return redirect("review", public_id)
    return ask(request, pages.practice_page(review), form, template=EVENT)


@asks
def review_practice_drop(request: HttpRequest, public_id: str, practice: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    row = practice_of_review(review, practice)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.drop_practice(practice=row, by=by)):
        return redirect("review", public_id)
    return ask(request, pages.drop_practice_page(review, row), form, template=EVENT)


@asks
def review_guests(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    seats = queries.could_be_asked(review)
    form = GuestForm(sent(request), seats=seats)
    if form.carry_out(lambda: actions.ask_guest(review=review, user=form.user, by=by)):
        tell_guest.enqueue(public_id, form.user.public_id)
        return redirect("review", public_id)
    return ask(request, pages.guest_page(review, has_some=bool(seats)), form, template=EVENT)


@asks
def review_guest_end(request: HttpRequest, public_id: str, guest: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    found = guest_of_review(review, guest)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.thank_guest(guest=found, by=by)):
        return redirect("review", public_id)
    return ask(request, pages.thank_guest_page(review, found), form, template=EVENT)


@asks
def review_close(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.close_review(review=review, by=by)):
        return redirect("review", public_id)
    return ask(request, pages.close_page(review), form, template=EVENT)


@require_POST
def review_reopen(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    actions.reopen_review(review=review, by=by)
    return redirect("review", public_id)


@asks
def review_drop(request: HttpRequest, public_id: str) -> HttpResponse:
    review, by = review_to_write(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    after = pages.after_drop(review)
    if form.carry_out(lambda: actions.drop_review(review=review, by=by)):
        return redirect(after)
    return ask(request, pages.drop_page(review), form, template=EVENT)
