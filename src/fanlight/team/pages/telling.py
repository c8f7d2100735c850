"""A story that begins with an action of the thread: what is known already stands in its form."""

from fanlight.guide.queries import Setting
from fanlight.improvement.models import AgreedAction
from fanlight.stories.forms import StoryForm
from fanlight.stories.pages import TellingPage, telling_page


def telling_of_action_page(action: AgreedAction) -> TellingPage:
    begun = {
        "title": action.what[:120],
        "focus": action.focus,
        "setting": Setting.ANY.value,
        "situation": f"{action.came_from}.\n" if action.came_from else "",
        "tried": f"{action.what}.\nWe began with this: {action.first_step}.\n",
        "happened": "\n".join(part for part in (f"{action.get_progress_display()}.", action.note) if part),
    }
    form = StoryForm(None, team=action.team, initial=begun)
    return telling_page(
        action.team,
        form,
        notes=("What you wrote on your board stands here already. Say it in your own words.",),
    )
