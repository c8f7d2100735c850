"""Aims and their trees."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.improvement import actions
from fanlight.improvement.access import aim_in_team, branch_in_aim, branch_in_team, team_that_changes
from fanlight.improvement.documents.diagram import diagram_slides
from fanlight.improvement.forms import AimForm, BranchForm, EndAimForm
from fanlight.improvement.pages import aim as pages
from fanlight.improvement.queries import boxes_below, tree_of
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, sent

SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@require_safe
def aim(request: HttpRequest, public_id: str) -> HttpResponse:
    found = aim_in_team(request.user, public_id)
    return render(request, "improvement/aim.html", {"page": pages.aim_page(found, tree_of(found))})


@require_safe
def aim_slides(request: HttpRequest, public_id: str) -> HttpResponse:
    found = aim_in_team(request.user, public_id)
    if not (tree := tree_of(found)):
        raise Http404("nothing is drawn yet")
    title = f"{found.what}: {pages.sentence(found)}"
    response = HttpResponse(diagram_slides(title, pages.layout(found, tree)), content_type=SLIDES)
    response["Content-Disposition"] = 'attachment; filename="driver-diagram.pptx"'
    return response


@asks
def begin_aim(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = team_that_changes(request.user, public_id), signed_in(request)
    form = AimForm(sent(request), team=team)
    if form.carry_out(lambda: actions.begin_aim(team=team, aimed=form.aimed, by=by)):
        return redirect("aim", form.result.public_id)
    return ask(request, pages.begin_page(team), form)


@asks
def change_aim(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = aim_in_team(request.user, public_id), signed_in(request)
    form = AimForm(sent(request), team=found.team, aim=found)
    if form.carry_out(
        lambda: actions.change_aim(aim=found, version=form.cleaned_data["version"], aimed=form.aimed, by=by)
    ):
        return redirect("aim", found.public_id)
    return ask(request, pages.change_page(found), form)


@asks
def end_aim(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = aim_in_team(request.user, public_id), signed_in(request)
    form = EndAimForm(sent(request), aim=found)
    if form.carry_out(lambda: actions.end_aim(aim=found, by=by, **form.ended)):
        return redirect("aim", found.public_id)
    return ask(request, pages.end_page(found), form)


@asks
def add_branch(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = aim_in_team(request.user, public_id), signed_in(request)
    under = branch_in_aim(found, request.GET.get("under", ""))
    form = BranchForm(sent(request), aim=found, under=under)
    if form.carry_out(lambda: actions.add_branch(aim=found, under=under, by=by, **form.branched)):
        return redirect("aim", found.public_id)
    return ask(request, pages.add_branch_page(found, under), form)


@asks
def change_branch(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = branch_in_team(request.user, public_id), signed_in(request)
    form = BranchForm(sent(request), aim=found.aim, under=found.under, branch=found)
    if form.carry_out(
        lambda: actions.change_branch(
            branch=found, version=form.cleaned_data["version"], words=form.cleaned_data["words"], by=by
        )
    ):
        return redirect("aim", found.aim.public_id)
    return ask(request, pages.change_branch_page(found), form)


@asks
def drop_branch(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = branch_in_team(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.drop_branch(branch=found, by=by)):
        return redirect("aim", found.aim.public_id)
    return ask(request, pages.drop_branch_page(found, boxes_below(found)), form)
