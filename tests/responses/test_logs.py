"""What the program writes into its log: what broke, never who asked, from where, with what, or what they answered."""

import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.test import Client
from steps import fill_in, show_slip

from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.surveys.models import Way
from support.evidence import environment
from support.installations import REPOSITORY, put_tables
from support.worlds import Cast, an_open_round

AGENT = "An-Unusual-Browser/7.7"
CODE = "22222-22222"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """`fanlight serve` as an operator runs it, and everything that it prints."""
    port, log = free_port(), tmp_path / "everything.log"
    words = ["-m", "fanlight", "serve", "--bind", f"127.0.0.1:{port}", "--processes", "1"]
    settings = {**environment(tmp_path, {}), "FANLIGHT_HOSTS": "127.0.0.1"}
    put_tables(tmp_path)
    with log.open("wb") as file:
        command = [sys.executable, *words]
        process = subprocess.Popen(command, env=settings, cwd=REPOSITORY, stdout=file, stderr=file)
        try:
            wait_for(port)
            yield port, log
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if b" 200 " in say(port, b"GET /healthy/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError


def say(port: int, words: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=3) as line, suppress(TimeoutError):
        line.sendall(words)
        return line.recv(400)
    return b""


@pytest.mark.skipif(os.name != "posix", reason="Windows has another server")
def test_no_request_leaves_a_trace_however_wrong_it_is(server: tuple[int, Path]) -> None:
    port, log = server
    head = f"Host: 127.0.0.1\r\nUser-Agent: {AGENT}\r\nX-Forwarded-For: 192.0.2.7\r\n".encode()
    body = f"code={CODE}".encode()
    post = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body)
    for words in (
        b"GET /r/nosuchdoor22/ HTTP/1.1\r\n" + head + b"Connection: close\r\n\r\n",  # no such page
        b"POST /r/nosuchdoor22/ HTTP/1.1\r\n" + head + b"Connection: close\r\n" + post + body,
        b"POST /r/nosuchdoor22/thanks/ HTTP/1.1\r\n" + head + b"Connection: close\r\n" + post + body,
        b"GET /r/a/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",  # another's name
        b"GET /r/a/ HTTP/9.9\r\n" + head + b"\r\n",
        b"NOT HTTP AT ALL\r\n\r\n",
        b"GET /r/a/ HTTP/1.1\r\nBad Header\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01",  # https to a server that speaks http
        b"POST /r/a/ HTTP/1.1\r\n" + head + b"Content-Length: 1000\r\n\r\nshort",
    ):
        say(port, words)
    time.sleep(0.5)
    told = log.read_text()
    for trace in ("127.0.0.1", "192.0.2.7", AGENT, CODE, "nosuchdoor22", "/r/"):
        assert trace not in told, told


@pytest.mark.django_db
def test_a_crash_while_an_answer_is_kept_tells_nothing_of_it(
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("the disk is full")

    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS,))
    (code,) = make_slips(round=round, number=1, by=None)
    client, door = (
        Client(raise_request_exception=False, HTTP_USER_AGENT=AGENT, REMOTE_ADDR="192.0.2.7"),
        Door(round),
    )
    show_slip(client, door, code)
    fill_in(client, door, comment="We need a second hoist.")
    cookie = client.cookies["so_far"].value
    monkeypatch.setattr("fanlight.responses.views.answering.put_in_urn", broken)
    for name in ("django", "django.request"):
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    response = client.post(door.check_url)
    assert response.status_code == 500
    told = caplog.text + "".join(capsys.readouterr())
    assert "the disk is full" in told, "or this proves nothing"
    page = response.content.decode()
    for trace in (code, "hoist", cookie, AGENT, "192.0.2.7", "RuntimeError"):
        assert trace not in page
    for trace in (code, "hoist", cookie, AGENT, "192.0.2.7"):
        assert trace not in told
    assert client.cookies["so_far"].value == cookie, "and what was filled in is still there to be sent again"
