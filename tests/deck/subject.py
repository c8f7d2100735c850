"""The process whose disk is searched: a whole installation that takes requests, one line of JSON at a time.

python -m deck.subject    with FANLIGHT_DATA and the other settings in the environment

[phone, "get" | "post", address, form] answers with the status, where it leads, and the words of the page.
"""

import json
import sys

from fanlight.commands import _django


def main() -> None:
    _django.start()
    from django.test import Client

    phones: dict[str, Client] = {}
    print(json.dumps("ready"), flush=True)  # noqa: T201
    for line in sys.stdin:
        phone, verb, address, form = json.loads(line)
        client = phones.setdefault(phone, Client(headers={"user-agent": f"phone {phone}"}))
        response = getattr(client, verb)(address, form)
        said = [response.status_code, response.headers.get("Location", ""), response.content.decode()]
        print(json.dumps(said), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
