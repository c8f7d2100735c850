"""How much likelier something is for one group of staff than for another, in words. Never for teams."""

from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from fanlight.design.charts.ratio import ratio_chart_for_every_screen
from fanlight.design.english import capital
from fanlight.design.frame import Link
from fanlight.learning.forms import LikelihoodForm
from fanlight.measure.scoring import RelativeLikelihood, TooFew, relative_likelihood
from fanlight.people.models import Organisation

NEAR = 1.05  # nearer to parity than one in twenty is said as "as likely"


@dataclass(frozen=True, kw_only=True)
class Finding:
    title: str
    how_sure: str
    chart: Markup | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class LikelihoodPage:
    organisation: str
    back: Link
    finding: Finding | None


def likelihood_page(organisation: Organisation, form: LikelihoodForm) -> LikelihoodPage:
    return LikelihoodPage(
        organisation=organisation.name,
        back=Link(text=organisation.name, href=reverse("organisation", args=[organisation.public_id])),
        finding=finding(form) if form.is_bound and form.is_valid() else None,
    )


def finding(form: LikelihoodForm) -> Finding:
    one, other = form.group("one"), form.group("other")
    names = form.cleaned_data["one_name"], form.cleaned_data["other_name"]
    found = relative_likelihood(one, other)
    facts = tuple((name, _share(group)) for name, group in zip(names, (one, other), strict=True))
    if isinstance(found, TooFew):
        return Finding(title="Too few to say", how_sure=_too_few(found), chart=None, facts=facts)
    title = f"{capital(names[0])} {_how_much(found)} {_lower(names[1])} to have {_happened(form)}"
    sure = how_sure(found)
    chart = ratio_chart_for_every_screen(
        found.ratio, found.interval.low, found.interval.high, name=title, description=sure
    )
    return Finding(title=title, how_sure=sure, chart=chart, facts=facts)


def _happened(form: LikelihoodForm) -> str:
    words = str(form.cleaned_data["what"])
    return words.replace("were ", "been ", 1).replace("went ", "gone ", 1)


def _lower(name: str) -> str:
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _share(group: tuple[int, int]) -> str:
    events, people = group
    return f"{events:,} of {people:,}" + (f", {100 * events / people:.1f}%" if people else "")


def _how_much(found: RelativeLikelihood) -> str:
    if 1 / NEAR <= found.ratio <= NEAR:
        return "were about as likely as"
    return f"were {found.ratio:.1f} times as likely as"


def how_sure(found: RelativeLikelihood) -> str:
    reach = f"The truth could lie anywhere from {found.interval.low:.1f} to {found.interval.high:.1f} times."
    if found.could_be_chance:
        return (
            f"{reach} That includes no difference, so this could be chance. It is no proof of fairness either: "
            "add up several years, look at each step, and ask people."
        )
    return f"{reach} Chance alone is unlikely to explain this. Look at each step: where does the difference begin?"


def _too_few(why: TooFew) -> str:
    return (
        f"We give no figure, because {why.value}. It would say more about chance than about fairness, and it might "
        "point at people. Add up several years, or a larger part of the organisation."
    )
