"""For the conversation itself: ways to use the deck, who might be missing, words to swap, Easy Read."""

from dataclasses import dataclass

from fanlight.design.frame import Link
from fanlight.guide.pages.cards import Prompt, prompt
from fanlight.guide.pages.pieces import guide_home
from fanlight.guide.queries import EasyReadText, GroundRule, Guide, Moment, Swap, Use, WayOfUsing
from fanlight.guide.queries.words import MOMENTS, slug_of

# What each set of Easy Read texts is of, in the order in which people meet them.
EASY_READ = {
    "promise": ("Our promise", "What happens to what you tell us."),
    "answers": ("How to answer", "What the choices mean."),
    "fanlight-six": ("What we ask", "Each line from our question set, in easier words."),
    "fanlight-fair": ("Is it as fair for everybody?", "What a whole organisation may ask, in easier words."),
}


@dataclass(frozen=True, kw_only=True)
class WayShown:
    id: str
    way: WayOfUsing


@dataclass(frozen=True, kw_only=True)
class MomentShown:
    title: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, kw_only=True)
class ConversationsPage:
    trail: tuple[Link, ...]
    ways: tuple[WayShown, ...]
    moments: tuple[MomentShown, ...]
    rules: tuple[GroundRule, ...]


@dataclass(frozen=True, kw_only=True)
class LanguagePage:
    trail: tuple[Link, ...]
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, kw_only=True)
class EasyReadPart:
    id: str
    title: str
    what: str
    texts: tuple[EasyReadText, ...]


@dataclass(frozen=True, kw_only=True)
class EasyReadPage:
    trail: tuple[Link, ...]
    parts: tuple[EasyReadPart, ...]


def conversations_page(guide: Guide) -> ConversationsPage:
    ways = sorted(guide.uses, key=lambda way: way.id is not Use.SAFETY_MOMENT)
    by_moment = {moment: [one for one in guide.inclusion if one.moment is moment] for moment in Moment}
    return ConversationsPage(
        trail=(guide_home(),),
        ways=tuple(WayShown(id=slug_of(way.id), way=way) for way in ways),
        moments=tuple(
            MomentShown(title=MOMENTS[moment], prompts=tuple(prompt(one) for one in found))
            for moment, found in by_moment.items()
        ),
        rules=guide.debrief.rules_with_cards,
    )


def language_page(guide: Guide) -> LanguagePage:
    return LanguagePage(trail=(guide_home(),), swaps=guide.swaps)


def easy_read_page(guide: Guide) -> EasyReadPage:
    known = {text.of for text in guide.easy_read}
    order = [*EASY_READ, *sorted(known - set(EASY_READ))]
    return EasyReadPage(trail=(guide_home(),), parts=tuple(_part(guide, of) for of in order if of in known))


def _part(guide: Guide, of: str) -> EasyReadPart:
    title, what = EASY_READ.get(of, (of, ""))
    texts = tuple(text for text in guide.easy_read if text.of == of)
    return EasyReadPart(id=of, title=title, what=what, texts=texts)
