"""Asking a whole organisation: planning it; answering it without an account; the results."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from fanlight.design.files import pdf_file
from fanlight.equity import actions
from fanlight.equity.access import organisation_that_asks, round_behind, round_to_run
from fanlight.equity.forms import AboutForm, PlanFairForm
from fanlight.equity.models import FairRound, State
from fanlight.equity.pages import answering, results, running
from fanlight.equity.pages.handing_out import fair_poster_pdf
from fanlight.equity.queries import ABOUT
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, attempt, sent
from fanlight.responses.forms import FocusForm
from fanlight.responses.urn import Form, new_ballot


@asks
def fairness(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation, by = organisation_that_asks(request.user, public_id), signed_in(request)
    form = PlanFairForm(sent(request))

    def plan() -> FairRound:
        chosen = {name: form.cleaned_data[name] for name in ("characteristic", "purpose", "people")}
        return actions.plan_fair_round(organisation=organisation, closes_at=form.closes_at, by=by, **chosen)

    if request.method == "POST" and form.carry_out(plan):
        return redirect("fair_round", form.result.public_id)
    return ask(request, running.fairness_page(organisation), form, template="equity/fairness.html")


@require_safe
def fair_round(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_run(request.user, public_id)
    page = running.run_page(round)
    return render(request, "equity/run.html", {"page": page})


@require_safe
def fair_poster(request: HttpRequest, public_id: str) -> HttpResponse:
    """A poster to print; before the opening and after the close, the page that says how it stands."""
    round = round_to_run(request.user, public_id)
    if round.state != State.OPEN:
        return redirect("fair_round", public_id)
    return pdf_file(fair_poster_pdf(round), "poster")


@require_POST
def fair_open(request: HttpRequest, public_id: str) -> HttpResponse:
    round, by = round_to_run(request.user, public_id), signed_in(request)
    attempt(request, lambda: actions.open_fair_round(round=round, by=by), "The round is open.")
    return redirect("fair_round", public_id)


@asks
def fair_withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    round, by = round_to_run(request.user, public_id), signed_in(request)
    if request.method == "POST":
        attempt(request, lambda: actions.withdraw_fair_round(round=round, by=by), "Withdrawn.")
        return redirect("fairness", round.organisation.public_id)
    return ask(request, running.withdraw_page(round), PlainForm())


@csrf_exempt
@login_not_required
@asks
def fair(request: HttpRequest, door: str) -> HttpResponse:
    """The statements; then, in a step of its own, the one question about oneself; then they are sealed."""
    round = round_behind(door)
    if not round.takes_answers():
        status = 410 if request.method == "POST" else 200
        return _end(request, answering.shut_page(round), status)
    return _filled_in(request, round) if request.method == "POST" else _statements(request, round, None)


def _filled_in(request: HttpRequest, round: FairRound) -> HttpResponse:
    statements = _form(round, request)
    if not statements.is_valid() or "back" in request.POST:
        return _statements(request, round, statements)
    if not statements.codes:
        return _statements(request, round, statements, is_empty=True)
    is_last = "send" in request.POST
    about = AboutForm(request.POST if is_last else None, round=round)
    if not is_last or not about.is_valid():
        page = answering.about_page(round, statements, about, _ballot(request))
        return render(request, "equity/about.html", {"page": page}, status=422 if about.errors else 200)
    return _send(request, round, statements, about)


def _send(request: HttpRequest, round: FairRound, statements: FocusForm, about: AboutForm) -> HttpResponse:
    codes, said = dict(statements.codes), about.cleaned_data["about"]
    if said is not None:
        codes[ABOUT] = said
    try:
        actions.put_in(round=round, form=Form(codes=codes, ballot=_ballot(request)))
    except actions.RoundIsShut:
        return _end(request, answering.shut_page(round_behind(round.door)), 410)
    return redirect("fair_thanks", round.door)


def _form(round: FairRound, request: HttpRequest | None) -> FocusForm:
    instrument = round.instrument
    return FocusForm(request.POST if request else None, instrument=instrument, part=instrument.composites[0])


def _ballot(request: HttpRequest) -> str:
    """The random number of this filling-in, which travels in the page: the same form sent twice counts once."""
    return request.POST.get("ballot", "")[:64] or new_ballot()


def _statements(
    request: HttpRequest, round: FairRound, form: FocusForm | None, *, is_empty: bool = False
) -> HttpResponse:
    is_wrong = is_empty or bool(form and form.errors)
    page = answering.statements_page(round, form or _form(round, None), _ballot(request), is_empty=is_empty)
    return render(request, "equity/statements.html", {"page": page}, status=422 if is_wrong else 200)


def _end(request: HttpRequest, page: answering.EndPage, status: int = 200) -> HttpResponse:
    return render(request, "equity/end.html", {"page": page}, status=status)


@login_not_required
@require_safe
def fair_thanks(request: HttpRequest, door: str) -> HttpResponse:
    round = round_behind(door)
    return _end(
        request, answering.thanks_page(round) if round.takes_answers() else answering.shut_page(round)
    )


@login_not_required
@require_safe
def fair_results(request: HttpRequest, door: str) -> HttpResponse:
    round = round_behind(door)
    if round.state != State.RELEASED:
        raise Http404("there are no results yet")
    return render(request, "equity/results.html", {"page": results.fair_results_page(round)})
