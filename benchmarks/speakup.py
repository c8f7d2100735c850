"""People speaking up, all at once, with key derivation at its real cost: how many, how long, what it takes, what fails.

    python benchmarks/speakup.py [--at-once 200] [--seconds 300] [--database sqlite|postgresql]

On one machine, clients included, against `fanlight serve` with two processes of four threads:
- floor: how many key derivations a second the machine can do alone, with as many at a time as the server allows;
- speaking: so many people at once, each from the first page to the typed-back code and back in with it;
- memory: the most that the web server's processes needed, each counted whole;
- guessing: codes tried through the site, one after the other.

Prints an error and exits with 1 if a single request failed or a concern is missing.
"""

import argparse
import asyncio
import gzip
import re
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from html import unescape
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests"), str(HERE.parent / "src")]

from answering.browser import Browser, Reply, Times  # noqa: E402 (found only after the line above)
from answering.installation import Installation  # noqa: E402

from fanlight.speakup.sealing.derivation import AT_ONCE, RECEIPT, derive  # noqa: E402
from fanlight.speakup.sealing.receipt import new_receipt, new_salt  # noqa: E402
from support.postgres import server  # noqa: E402

PROCESSES = 2
FORM = re.compile(r"<form.*?</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
WORDS = "We are two short on every night and nobody writes it down. " * 8
EACH = 3  # derivations in one visit: keeping, typing back, opening


def floor(seconds: float = 3) -> float:
    """Derivations a second, with as many at a time as all the server's processes allow together."""
    until, done = time.perf_counter() + seconds, [0] * (AT_ONCE * PROCESSES)

    def work(place: int) -> None:
        while time.perf_counter() < until:
            derive(new_receipt().secret, salt=new_salt(), cost=RECEIPT)
            done[place] += 1

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(done))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds


def text(reply: Reply) -> str:
    body = gzip.decompress(reply.body) if reply.headers.get("content-encoding") == "gzip" else reply.body
    assert reply.status == 200, f"{reply.status}"
    return body.decode()


async def step(browser: Browser, page: str, name: str, **typed: str) -> str:
    form = next((form for form in FORM.findall(page) if f'value="{name}"' in form), "")
    assert form, f"the page has no form for “{name}”"
    hidden = {key: unescape(value) for key, value in HIDDEN.findall(form)}
    return text(await browser.post("/speak-up/", {**hidden, "step": name, **typed}))


async def speak(browser: Browser) -> str:
    """One person: the code that opens their concern, after they have been back in with it."""
    page = text(await browser.get("/speak-up/"))
    page = await step(browser, page, "begin")
    page = await step(browser, page, "write", words=WORDS, way="anonymous")
    page = await step(browser, page, "send", code="letters")
    code = " ".join(re.findall(r"<span>(.*?)</span>", page.split("su-card__code")[1].split("</p>")[0]))
    page = await step(browser, page, "typed", code=code)
    assert "Thank you for saying it" in page
    page = text(await browser.post("/speak-up/", {"step": "open", "code": code}))
    assert "It is good that you came back" in page
    browser.close()
    return code


async def crowd(port: int, at_once: int, seconds: float, times: Times) -> tuple[int, list[str]]:
    until, spoken, failed = time.monotonic() + seconds, 0, []

    async def one_after_the_other() -> None:
        nonlocal spoken
        while time.monotonic() < until:
            browser, began = Browser(port, times), time.perf_counter()
            try:
                await speak(browser)
            except (AssertionError, OSError, IndexError, StopIteration) as problem:
                failed.append(repr(problem))
                browser.close()
            else:
                spoken += 1
                times.visits.append(time.perf_counter() - began)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return spoken, failed


async def guess(port: int, times: Times, number: int) -> float:
    browser, began = Browser(port, times), time.perf_counter()
    for _ in range(number):
        reply = await browser.post("/speak-up/", {"step": "open", "code": new_receipt().text})
        assert reply.status == 422, "a guess was right, or something broke"
    browser.close()
    return number / (time.perf_counter() - began)


def share(times: list[float], part: float) -> str:
    return f"{sorted(times)[min(len(times) - 1, int(len(times) * part))]:.1f} s" if times else "-"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--at-once", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options = parser.parse_args()
    bare = floor()
    cost = f"{RECEIPT.mebibytes} MiB, {RECEIPT.passes} passes, {AT_ONCE * PROCESSES} at a time"
    print(f"floor: {bare:.1f} derivations a second ({cost})")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = stack.enter_context(server()) if options.database == "postgresql" else ""
        place = Installation(folder, url, processes=PROCESSES)
        place.environment["PYTHONPATH"] += f":{HERE.parent / 'tests'}"
        before = place.do("desk")["concerns"]
        stack.enter_context(place.running())
        times, began = Times(), time.perf_counter()
        spoken, failed = asyncio.run(crowd(place.port, options.at_once, options.seconds, times))
        took = time.perf_counter() - began
        tries = asyncio.run(guess(place.port, times, 30))
        memory = place.memory()
        kept = place.do("desk")["concerns"] - before
    print(f"{options.database}: {options.at_once} at once for {took:.0f} s, {len(failed)} failed")
    print(f"  {spoken} people spoke up and came back, {spoken / took:.2f} a second")
    print(f"  with {EACH} derivations each, that is {spoken * EACH / took / bare:.0%} of the floor")
    half, most = share(times.requests, 0.5), share(times.requests, 0.99)
    print(f"  a request: half within {half}, all but one in a hundred within {most}")
    print(f"  a whole visit: half within {share(times.visits, 0.5)}")
    print(f"  memory: {memory:.0f} MB at most, for the server's processes together")
    print(f"  guessing, one after the other: {tries:.1f} codes a second")
    if failed or kept < spoken:
        print(f"error: {len(failed)} failed ({failed[:3]}); {kept} concerns kept of {spoken} acknowledged")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
