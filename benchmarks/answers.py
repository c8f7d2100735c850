"""People answering a round, all at once: how many a second, how long a page takes, and what a kill -9 loses.

    python benchmarks/answers.py [--at-once 10 50 200] [--answers 60 100 200] [--only sqlite|postgresql]

For SQLite and PostgreSQL (with its disk's promises on), one after the other, on one machine, clients included:
- floor: the same server (gunicorn, two processes of four threads) keeping a row of the same size for each request,
  and nothing else;
- answers: clients that go through the real pages of `fanlight serve`, from the start with its styles and script to
  the thanks: completed answers a second, and how long a request took (half of them, and all but one in a hundred);
- memory: the most that the web server's processes needed, each counted whole;
- kills: fifty people answer with slips while web processes, the whole web server and the worker are killed (-9) again
  and again. Then the round closes, under kills of the worker too, and everything is counted.

Prints an error and exits with 1 if a single answer is missing, doubled, or beside a slip that is not spent.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests"), str(HERE.parent / "src")]

from answering.browser import Browser, Times, visit  # noqa: E402 (found only after the line above)
from answering.installation import Installation, kill  # noqa: E402

from support.postgres import server  # noqa: E402

DURABLE = "-c listen_addresses='' -c max_connections=60"


def answers_of(serial: int, parts: list[list[str]]) -> list[dict[str, str]]:
    """Answers that nobody else gives: the serial number, written in the first items by fives."""
    items = [item for part in parts for item in part]
    signs = {item: str(serial // 5**place % 5 + 1) for place, item in enumerate(items)}
    return [{item: signs[item] for item in part} for part in parts]


def share(times: list[float], part: float) -> str:
    return f"{sorted(times)[min(len(times) - 1, int(len(times) * part))] * 1000:,.0f} ms"


async def crowd(port: int, made: dict[str, Any], at_once: int, answers: int, times: Times) -> set[int]:
    """So many people at once, until so many have answered. The serial numbers of those who were thanked."""
    waiting, thanked = iter(range(answers)), set()

    async def one_after_the_other() -> None:
        for serial in waiting:
            slip = made["slips"][serial] if made["slips"] else ""
            browser = Browser(port, times)
            await visit(browser, made["door"], answers_of(serial, made["parts"]), slip=slip)
            thanked.add(serial)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return thanked


async def bare(port: int, at_once: int, rows: int) -> None:
    waiting = iter(range(rows))

    async def post() -> None:
        browser = Browser(port, Times())
        for _ in waiting:
            await browser.post("/", {"x": "y"})
        browser.close()

    await asyncio.gather(*(post() for _ in range(at_once)))


def measure_floor(place: Installation, at_once: int, rows: int = 1500) -> float:
    place.serve_floor()
    try:
        place.wait("/")
        asyncio.run(bare(place.port, at_once, 200))  # its connections are made
        began = time.perf_counter()
        asyncio.run(bare(place.port, at_once, rows))
        return rows / (time.perf_counter() - began)
    finally:
        place.kill_web()


def measure(place: Installation, at_once: list[int], answers: list[int]) -> None:
    floors = {people: measure_floor(place, people) for people in at_once}
    print(
        "| at once | answers/s | requests/s | p50 | p99 | memory | floor, rows/s | answers : floor | requests : floor |"
    )
    print("|" + "---|" * 9)
    for people, many in zip(at_once, answers, strict=True):
        made = place.do("make", "link", str(many))
        with place.running():
            asyncio.run(crowd(place.port, made, 8, 8, Times()))  # every process has read its templates
            times = Times()
            began = time.perf_counter()
            asyncio.run(crowd(place.port, made, people, many, times))
            took = time.perf_counter() - began
            rate, pages, floor = many / took, len(times.requests) / took, floors[people]
            cells = (
                f"{people}",
                f"{rate:.1f}",
                f"{pages:.0f}",
                share(times.requests, 0.5),
                share(times.requests, 0.99),
                f"{place.memory():.0f} MB",
                f"{floor:.0f}",
                f"{rate / floor:.3f}",
                f"{pages / floor:.2f}",
            )
            print(f"| {' | '.join(cells)} |", flush=True)


async def deaths(place: Installation, over: asyncio.Event) -> Counter[str]:
    """Kill a web process most of the time, the whole server now and then, and the worker."""
    dice, killed = random.Random(7), Counter[str]()
    for number in range(10_000):
        await asyncio.to_thread(place.wait)  # it is up again, so that there is something to kill
        await asyncio.sleep(dice.uniform(0.1, 0.8))
        if over.is_set():
            break
        if number % 6 == 5:
            place.kill_web()
            place.serve()
            killed["the whole web server"] += 1
        elif children := place.web_processes():
            kill(dice.choice(children))
            killed["a web process"] += 1
        if number % 3 == 2:
            place.kill_worker()
            place.work()
            killed["the worker"] += 1
    return killed


async def under_fire(
    place: Installation, made: dict[str, Any], answers: int
) -> tuple[set[int], Times, Counter[str]]:
    times, over = Times(), asyncio.Event()
    killing = asyncio.create_task(deaths(place, over))
    thanked = await crowd(place.port, made, 50, answers, times)
    over.set()
    return thanked, times, await killing


def close_under_fire(place: Installation, round_id: str) -> tuple[dict[str, Any], int]:
    """The round's time is over; the worker that closes it is killed at any moment, and started again."""
    place.do("end", round_id)
    kills = 0
    for wait in (0.6, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4):
        place.kill_worker()
        place.work()
        time.sleep(wait)
        kills += 1
    until = time.monotonic() + 60
    while (found := place.do("answers", round_id))["state"] != "released" and time.monotonic() < until:
        time.sleep(0.5)
    return dict(found), kills


def kills(place: Installation, answers: int) -> list[str]:
    """What is wrong after a run under fire; nothing, if all is well."""
    made = place.do("make", "slips", str(answers))
    place.work()
    with place.running():
        thanked, times, killed = asyncio.run(under_fire(place, made, answers))
        before = place.do("count", made["round"])
        found, more = close_under_fire(place, made["round"])
    place.kill_worker()
    given = {
        serial: {item: int(code) for part in answers_of(serial, made["parts"]) for item, code in part.items()}
        for serial in range(answers)
    }
    kept = Counter(tuple(sorted(codes.items())) for codes in found["answers"])
    print(
        f"kills: {', '.join(f'{count} × {what}' for what, count in killed.items())}, "
        f"{more} × the worker while it closes; {times.lost} connections dropped; "
        f"{len(thanked)} thanked, {before['sealed']} sealed, {before['spent']} slips spent, "
        f"{len(found['answers'])} answers after the close, {found['state']}",
        flush=True,
    )
    lost = [serial for serial in thanked if kept[tuple(sorted(given[serial].items()))] == 0]
    doubled = [codes for codes, count in kept.items() if count > 1]
    known = {tuple(sorted(codes.items())) for codes in given.values()}
    checks = {
        f"{len(lost)} answers that were acknowledged are missing": lost,
        f"{len(doubled)} answers are counted twice": doubled,
        "there are answers that nobody gave": set(kept) - known,
        "slips are spent without an answer, or the other way round": before["sealed"] != before["spent"],
        "the round was not released once, with an empty urn": (found["sealed"], found["releases"]) != (0, 1),
    }
    return [words for words, is_so in checks.items() if is_so]


@contextmanager
def databases(only: str) -> Iterator[Iterator[tuple[str, str]]]:
    def each() -> Iterator[tuple[str, str]]:
        if only != "postgresql":
            yield "SQLite", ""
        if only != "sqlite":
            with server(DURABLE) as url:
                yield "PostgreSQL", url

    yield each()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--at-once", type=int, nargs="*", default=[10, 50, 200])
    parser.add_argument("--answers", type=int, nargs="*", default=[60, 100, 200], help="how many in each run")
    parser.add_argument(
        "--killed", type=int, default=150, help="answers in the run under fire (0: leave it out)"
    )
    parser.add_argument("--only", choices=["sqlite", "postgresql"], default="")
    options = parser.parse_args()
    wrong: list[str] = []
    with databases(options.only) as found:
        for name, url in found:
            with tempfile.TemporaryDirectory(prefix="fanlight-answers-") as folder:
                print(f"\n{name}")
                place = Installation(Path(folder), url)
                measure(place, options.at_once, options.answers)
                if options.killed:
                    wrong += [f"{name}: {words}" for words in kills(place, options.killed)]
    for words in wrong:
        print(f"WRONG: {words}")
    if options.killed and not wrong:
        print("\nEvery answer that was acknowledged is there once; no slip is spent without its answer.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
