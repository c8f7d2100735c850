"""Whether a debrief's phones are answered quickly when a whole room presses at once.

    python benchmarks/live.py [--phones 60] [--port 8461]

The real server (`fanlight serve`, two processes on SQLite) and as many phones as asked for, each a thread that behaves
like one: it opens the page, places its dots, is led on to the waiting page; in the next step it opens the page again
and sends a thought. All phones press at the same moment, which is the worst case. They run on the same machine and
take their share of its cores.

It prints how long a phone waited (the middle, one in twenty, the longest), counts that nothing was lost, and ends with
status 1 when a page took longer than three seconds or a dot or a thought is missing.
"""

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from urllib.parse import urlencode

LONGEST = 3.0  # seconds
HOST = "127.0.0.1"


def installation(folder: str, port: int) -> None:
    os.environ.update(
        FANLIGHT_DATA=folder,
        FANLIGHT_SECRET_KEY="only-for-a-benchmark-" * 3,
        FANLIGHT_HTTPS="no",
        FANLIGHT_ADDRESS=f"http://{HOST}:{port}",
        FANLIGHT_EMAIL_URL="smtp://localhost",
    )
    from fanlight.commands import _django

    _django.start()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def a_talk() -> str:
    """A released round and a talk about it. Returns the code."""
    from django.utils import timezone

    from fanlight.debriefs.actions import begin_live
    from fanlight.debriefs.queries import things_to_choose, topics_of
    from fanlight.people.actions import add_organisation, add_person, add_team
    from fanlight.people.models import OrganisationKind
    from fanlight.site.demo_rounds import hold_round

    lead = add_person(email="lead@example.org", name="Lead Example", by=None)
    place = add_organisation(name="A trust", kind=OrganisationKind.NHS_TRUST, by=None)
    team = add_team(organisation=place, name="Ward 6", by=None)
    round = hold_round(
        team=team,
        instrument_id="fanlight-six",
        people=80,
        answers=66,
        closed_on=timezone.now() - timedelta(days=2),
        mood={},
        by=lead,
    )
    return begin_live(round=round, topics=things_to_choose(topics_of(round)), by=lead).code


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        try:
            asked(port, "GET", "/healthy/", {})
        except OSError:
            if server.poll() is not None:
                raise SystemExit("the server did not start") from None
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start within 20 seconds")


def asked(port: int, verb: str, path: str, headers: dict[str, str], form: str = "") -> tuple[int, str]:
    """One request of one phone: the status, and the cookie that came with it."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    if form:
        headers = headers | {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request(verb, path, body=form or None, headers=headers)
    response = connection.getresponse()
    response.read()
    cookie = (response.getheader("Set-Cookie") or "").split(";")[0]
    connection.close()
    return response.status, cookie


def together(phones: int, deed: Callable[[int], list[float]]) -> list[float]:
    """Every phone does it at the same moment. Returns how long each request took."""
    barrier, waits, lock = threading.Barrier(phones), [], threading.Lock()

    def one(number: int) -> None:
        barrier.wait()
        taken = deed(number)
        with lock:
            waits.extend(taken)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(phones)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def phone(port: int, code: str, form: str, wanted: int) -> Callable[[int], list[float]]:
    """Open the page, send the form, wait: three requests."""

    def deed(_number: int) -> list[float]:
        taken, cookie = [], ""
        for verb, body, status in (("GET", "", 200), ("POST", form, wanted), ("GET", "", 200)):
            start = time.perf_counter()
            headers = {"Cookie": cookie} if cookie else {}
            got, given = asked(port, verb, f"/talk/{code}/", headers, body)
            taken.append(time.perf_counter() - start)
            cookie = given or cookie
            if got != status:
                raise SystemExit(f"{verb} was answered with {got}, not {status}")
        return taken

    return deed


def say(what: str, waits: list[float]) -> float:
    ordered = sorted(waits)
    late = ordered[int(len(ordered) * 0.95)]
    print(
        f"{what:>9} {len(waits):>9} {1000 * median(ordered):>11.0f} {1000 * late:>12.0f} {1000 * ordered[-1]:>12.0f}"
    )
    return ordered[-1]


def hold(port: int, phones: int) -> int:
    from fanlight.debriefs.actions import go_on
    from fanlight.debriefs.models import Box, Live, LiveStep

    code = a_talk()
    command = [sys.executable, "-m", "fanlight", "serve", "--bind", f"{HOST}:{port}"]
    server = subprocess.Popen(command)
    try:
        wait_for(port, server)
        for _ in range(20):  # a server that has been running: both processes have read their templates
            asked(port, "GET", f"/talk/{code}/", {})
        print(f"{'':>9} {'requests':>9} {'middle, ms':>11} {'1 in 20, ms':>12} {'longest, ms':>12}")
        longest = say("dots", together(phones, phone(port, code, urlencode({"chosen": "0"}), 302)))
        live = Live.objects.get(code=code)
        go_on(live=live, step=LiveStep.CHOOSE, by=None)
        go_on(live=live, step=LiveStep.CHOSEN, by=None)
        thought = urlencode({"words": "handover is rushed when the phone rings"})
        longest = max(longest, say("thoughts", together(phones, phone(port, code, thought, 302))))
        box = Box.objects.get()
        print(f"of {phones} phones {box.chose} dots and {len(box.thoughts)} thoughts arrived")
        return 0 if (box.chose, len(box.thoughts)) == (phones, phones) and longest <= LONGEST else 1
    finally:
        server.terminate()
        server.wait(timeout=20)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=60)
    parser.add_argument("--port", type=int, default=8461)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        installation(folder, options.port)
        return hold(options.port, options.phones)


if __name__ == "__main__":
    raise SystemExit(main())
