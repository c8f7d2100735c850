"""A story that begins with the thread of a change or of an aim: what is known already stands in its form."""

from collections.abc import Iterable

from fanlight.guide.queries import Setting
from fanlight.improvement.queries.gist import Gist
from fanlight.stories.forms import StoryForm

LONGEST_TITLE = 120
BEGUN = "What you wrote on your board stands here already. Say it in your own words."


def story_begun(gist: Gist) -> StoryForm:
    begun = {
        "title": gist.title[:LONGEST_TITLE],
        "focus": gist.focus,
        "setting": Setting.ANY.value,
        "situation": _lines([gist.why]),
        "tried": _lines(gist.tried),
        "happened": _lines([gist.came_of_it, *gist.counted]),
        "surprised": _lines(gist.surprised),
    }
    return StoryForm(None, team=gist.team, initial=begun)


def _lines(said: Iterable[str]) -> str:
    """Each on a line of its own, as a sentence."""
    return "\n".join(words if words.endswith((".", "?", "!")) else f"{words}." for words in said if words)
