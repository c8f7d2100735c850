"""For everybody who has the round's link, after its close. No account; a forged post could do no more than the link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fanlight.debriefs import actions
from fanlight.debriefs.access import round_of_door
from fanlight.debriefs.forms import FeedbackForm
from fanlight.debriefs.pages.we_did import feedback_page, we_did_page
from fanlight.debriefs.queries import next_round_after, outcome_of, topics_of
from fanlight.people.views.asking import asks, sent


@login_not_required
@require_safe
def we_did(request: HttpRequest, door: str) -> HttpResponse:
    round = round_of_door(door)
    if not round.is_over:
        return redirect("respond", door)
    page = we_did_page(round, topics_of(round), outcome_of(round), then=next_round_after(round))
    return render(request, "debriefs/we_did.html", {"page": page})


@csrf_exempt
@login_not_required
@asks
def debrief_feedback(request: HttpRequest, door: str) -> HttpResponse:
    round = round_of_door(door)
    if not round.is_over:
        return redirect("respond", door)
    form = FeedbackForm(sent(request))
    if form.is_valid():
        actions.take_feedback(round=round, answers=form.cleaned_data)
        return render(request, "debriefs/feedback.html", {"page": feedback_page(round, None)})
    status = 422 if request.method == "POST" else 200
    return render(request, "debriefs/feedback.html", {"page": feedback_page(round, form)}, status=status)
