"""What people need: kept by one facilitator, read by the person concerned."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.learning import access, actions, queries
from fanlight.learning.forms import LookForm, MendingForm, NeedForm, PartyForm, PersonForm
from fanlight.learning.pages import needs as pages
from fanlight.learning.pages import needs_writing as writing
from fanlight.learning.pages.place import EVENT
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def mendings(request: HttpRequest, public_id: str) -> HttpResponse:
    team = access.team_to_mend(request.user, public_id)
    page = pages.mendings_page(team, queries.mendings_of(signed_in(request), team))
    return render(request, "learning/mendings.html", {"page": page})


@asks
def mending_begin(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = access.team_to_mend(request.user, public_id), signed_in(request)
    form = MendingForm(sent(request), team=team)
    if form.carry_out(lambda: actions.begin_mending(team=team, about=form.cleaned_data["about"], by=by)):
        return redirect("mending", form.result.public_id)
    return ask(request, writing.begin_page(team), form, template=EVENT)


@require_safe
def mending(request: HttpRequest, public_id: str) -> HttpResponse:
    page = pages.mending_page(access.mending_to_keep(request.user, public_id))
    return render(request, "learning/mending.html", {"page": page})


@asks
def mending_party(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = access.mending_to_keep(request.user, public_id), signed_in(request)
    form = PartyForm(sent(request), team=found.team)
    if form.carry_out(lambda: actions.add_party(mending=found, by=by, **form.party)):
        return redirect("mending", public_id)
    return ask(request, writing.add_party_page(found), form, template=EVENT)


@asks
def mending_hand_over(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = access.mending_to_keep(request.user, public_id), signed_in(request)
    others = queries.other_facilitators(found)
    form = PersonForm(sent(request), people=others)
    if form.carry_out(
        lambda: actions.hand_over_mending(mending=found, keeper=form.users[form.chosen], by=by)
    ):
        return redirect("mendings", found.team.public_id)
    return ask(request, writing.hand_over_page(found, has_others=bool(others)), form, template=EVENT)


@asks
def mending_close(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = access.mending_to_keep(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.close_mending(mending=found, by=by)):
        return redirect("mending", public_id)
    return ask(request, writing.close_page(found), form, template=EVENT)


@asks
def mending_drop(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = access.mending_to_keep(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.drop_mending(mending=found, by=by)):
        return redirect("mendings", found.team.public_id)
    return ask(request, writing.drop_page(found), form, template=EVENT)


@require_safe
def mending_mine(request: HttpRequest) -> HttpResponse:
    rows = pages.mine_rows(queries.parties_of(request.user))
    return render(request, "learning/mending_mine.html", {"rows": rows})


@require_safe
def mending_part(request: HttpRequest, public_id: str) -> HttpResponse:
    party = access.party_to_see(request.user, public_id)
    page = pages.party_page(party, keeps=access.keeps(request.user, party))
    return render(request, "learning/mending_part.html", {"page": page})


@asks
def mending_part_open(request: HttpRequest, public_id: str) -> HttpResponse:
    party, by = access.party_to_keep(request.user, public_id), signed_in(request)
    people = queries.people_concerned(party.mending)
    form = PersonForm(
        sent(request), people=people, nobody="Nobody: it is for a patient, a family, or not to be opened"
    )
    if form.carry_out(lambda: actions.open_party(party=party, reader=form.user, by=by)):
        return redirect("mending_part", public_id)
    return ask(request, writing.open_page(party), form, template=EVENT)


@asks
def mending_part_drop(request: HttpRequest, public_id: str) -> HttpResponse:
    party, by = access.party_to_see(request.user, public_id), signed_in(request)
    is_keeper = access.keeps(request.user, party)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.drop_party(party=party, by=by)):
        return redirect("mending", party.mending.public_id) if is_keeper else redirect("mending_mine")
    return ask(request, writing.drop_party_page(party), form, template=EVENT)


@asks
def mending_need_add(request: HttpRequest, public_id: str) -> HttpResponse:
    party, by = access.party_to_see(request.user, public_id), signed_in(request)
    keeps = access.keeps(request.user, party)
    form = NeedForm(sent(request), team=party.mending.team, is_own=not keeps)
    names = ("words", "owed_by", "look_again_on")
    if form.carry_out(
        lambda: actions.add_need(party=party, by=by, **{name: form.cleaned_data[name] for name in names})
    ):
        return redirect("mending_part", public_id)
    return ask(request, writing.add_need_page(party, keeps=keeps), form, template=EVENT)


@asks
def mending_need(request: HttpRequest, public_id: str) -> HttpResponse:
    need, by = access.need_to_see(request.user, public_id), signed_in(request)
    form = LookForm.of(need, sent(request), team=need.party.mending.team)
    if form.carry_out(lambda: actions.look_at_need(need=need, by=by, **form.look)):
        return redirect("mending_part", need.party.public_id)
    page = writing.need_page(need, keeps=access.keeps(request.user, need.party))
    return ask(request, page, form, template=EVENT)
