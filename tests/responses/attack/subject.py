"""The process under attack: it takes answers, one line of JSON at a time, for as long as its input is open.

python -m attack.subject    with FANLIGHT_DATA and the other settings in the environment

["use", STORE] chooses the way of keeping; every other line is a deed of that store and its values.
"""

from typing import Any

from fanlight.commands import _django
from support.obeying import obey


def main() -> None:
    _django.start()
    from attack.fairness import OnAFairPage
    from attack.pages import OnAPhone, OnPaper
    from attack.stores import STORES

    stores = {**STORES, "OnAPhone": OnAPhone, "OnPaper": OnPaper, "OnAFairPage": OnAFairPage}
    store: Any = None

    def answer(verb: str, *values: Any) -> object:
        nonlocal store
        if verb == "use":
            store = store if type(store).__name__ == values[0] else stores[values[0]]()
            return "in use"
        return getattr(store, verb)(*values)

    obey(answer)


if __name__ == "__main__":
    main()
