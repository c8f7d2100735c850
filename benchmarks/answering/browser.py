"""Somebody who answers, without a browser but over real HTTP: cookies, styles, and patience when a line drops."""

import asyncio
import gzip
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE = 120.0  # seconds in which a lost connection is tried again
LOADED = re.compile(rb'(?:src|href)="(/static/[^"]+)"')


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Times:
    """Seconds: of each request, and of each whole visit."""

    requests: list[float] = field(default_factory=list)
    visits: list[float] = field(default_factory=list)
    lost: int = 0  # connections that dropped


class Browser:
    """One person's browser: one connection, kept alive, and the cookies of one visit."""

    def __init__(self, port: int, times: Times) -> None:
        self.port, self.times = port, times
        self.cookies: dict[str, str] = {}
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Reply:
        return await self._patiently("GET", path, b"")

    async def post(self, path: str, values: dict[str, str]) -> Reply:
        return await self._patiently("POST", path, urlencode(values).encode())

    async def _patiently(self, method: str, path: str, body: bytes) -> Reply:
        """As somebody would who presses again when nothing comes."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                began = time.perf_counter()
                reply = await self._once(method, path, body)
            except (OSError, asyncio.IncompleteReadError, IndexError):
                self.close()
                self.times.lost += 1
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.1)
            else:
                self.times.requests.append(time.perf_counter() - began)
                return reply

    async def _once(self, method: str, path: str, body: bytes) -> Reply:
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip"]
        if cookies:
            lines.append(f"Cookie: {cookies}")
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()
        return await self._reply(reader)

    async def _reply(self, reader: asyncio.StreamReader) -> Reply:
        status = int((await reader.readuntil(b"\r\n")).split()[1])
        headers: dict[str, str] = {}
        while (line := (await reader.readuntil(b"\r\n")).decode().strip()) != "":
            name, value = line.split(":", 1)
            if name.lower() == "set-cookie":
                self._keep(value.strip())
            headers[name.lower()] = value.strip()
        body = await _body(reader, headers)
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Reply(status, headers, body)

    def _keep(self, cookie: str) -> None:
        name, value = cookie.split(";")[0].split("=", 1)
        if value.strip('"'):
            self.cookies[name] = value
        else:
            self.cookies.pop(name, None)

    def close(self) -> None:
        if self.streams:
            self.streams[1].close()
            self.streams = None


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    body = b""
    while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body


async def visit(browser: Browser, door: str, parts: list[dict[str, str]], *, slip: str = "") -> None:
    """One person answers, page after page, from the start to the thanks. Returns when the answer was acknowledged."""
    began = time.perf_counter()
    start = f"/r/{door}/"
    page = gzip.decompress((await browser.get(start)).body)
    for address in sorted(set(LOADED.findall(page))):
        await browser.get(address.decode())
    if slip:
        _expect(await browser.post(start, {"code": slip}), 302)
    for number, answers in enumerate(parts, start=1):
        _expect(await browser.get(f"{start}{number}/"), 200)
        _expect(await browser.post(f"{start}{number}/", answers), 302)
    _expect(await browser.get(f"{start}comment/"), 200)
    _expect(await browser.post(f"{start}comment/", {"comment": ""}), 302)
    _expect(await browser.get(f"{start}check/"), 200)
    sent = await browser.post(f"{start}check/", {})
    if sent.status == 302 and sent.headers["location"] == start and slip:
        raise AssertionError("the slip was not known any more")
    _expect(
        sent, 302, 409, 200
    )  # 409: the first reply got lost, and the slip is spent; 200: so is the cookie
    _expect(await browser.get(f"{start}thanks/"), 200)
    browser.close()
    browser.times.visits.append(time.perf_counter() - began)


def _expect(reply: Reply, *statuses: int) -> None:
    if reply.status not in statuses:
        raise AssertionError(f"{reply.status} instead of {statuses}")
