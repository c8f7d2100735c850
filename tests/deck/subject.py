"""The process whose disk is searched: a whole installation that takes requests, one line of JSON at a time.

python -m deck.subject    with FANLIGHT_DATA and the other settings in the environment

[phone, "get" | "post", address, form] answers with the status, where it leads, and the words of the page.
"""

from fanlight.commands import _django
from support.obeying import obey


def main() -> None:
    _django.start()
    from django.test import Client

    phones: dict[str, Client] = {}

    def answer(phone: str, verb: str, address: str, form: dict[str, object]) -> object:
        client = phones.setdefault(phone, Client(headers={"user-agent": f"phone {phone}"}))
        response = getattr(client, verb)(address, form)
        return [response.status_code, response.headers.get("Location", ""), response.content.decode()]

    obey(answer)


if __name__ == "__main__":
    main()
