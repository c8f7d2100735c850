"""The process under attack: it takes answers, one line of JSON at a time, for as long as its input is open.

python -m attack.subject    with FANLIGHT_DATA and the other settings in the environment

["use", STORE] chooses the way of keeping; every other line is a deed of that store and its values.
"""

import json
import sys
from typing import Any

from fanlight.commands import _django


def say(words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> None:
    _django.start()
    from attack.fairness import OnAFairPage
    from attack.pages import OnAPhone, OnPaper
    from attack.stores import STORES

    stores = {**STORES, "OnAPhone": OnAPhone, "OnPaper": OnPaper, "OnAFairPage": OnAFairPage}

    say("ready")
    store: Any = None
    for line in sys.stdin:
        verb, *values = json.loads(line)
        if verb == "use":
            store = store if type(store).__name__ == values[0] else stores[values[0]]()
            say("in use")
        else:
            say(getattr(store, verb)(*values))


if __name__ == "__main__":
    main()
