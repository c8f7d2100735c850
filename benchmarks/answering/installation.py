"""A whole installation for a while: `fanlight serve`, `fanlight work`, their memory, and their sudden deaths."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]


class Installation:
    """One folder of data, one database, a web server with its processes, and a worker."""

    def __init__(self, folder: Path, database_url: str = "", *, processes: int = 2) -> None:
        self.port, self.processes = free_port(), processes
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FANLIGHT_")}
        places = [REPOSITORY / "src", REPOSITORY / "benchmarks"]
        self.environment = {
            **kept,
            "PYTHONPATH": os.pathsep.join(map(str, places)),
            "FANLIGHT_SECRET_KEY": "only-for-benchmarks-" * 3,
            "FANLIGHT_HTTPS": "no",
            "FANLIGHT_DATA": str(folder),
            "FANLIGHT_HOSTS": "127.0.0.1",
            "FANLIGHT_ADDRESS": f"http://127.0.0.1:{self.port}",
            **({"FANLIGHT_DATABASE_URL": database_url} if database_url else {}),
        }
        self.log = (folder / "server.log").open("ab")
        self.web: subprocess.Popen[bytes]
        self.worker: subprocess.Popen[bytes]

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, *words]
        return subprocess.Popen(
            command, env=self.environment, cwd=REPOSITORY, stdout=self.log, stderr=self.log
        )

    def serve(self) -> None:
        bind = f"127.0.0.1:{self.port}"
        self.web = self._start("-m", "fanlight", "serve", "--bind", bind, "--processes", str(self.processes))

    def serve_floor(self) -> None:
        """The same server with nothing but a row of the same size for each request."""
        bind = f"127.0.0.1:{self.port}"
        words = ("-m", "gunicorn", "answering.floor:application", "--bind", bind, "--threads", "4")
        kind = ("--worker-class", "gthread", "--log-level", "warning", "--workers", str(self.processes))
        self.web = self._start(*words, *kind)

    def work(self) -> None:
        self.worker = self._start("-m", "fanlight", "work")

    def wait(self, path: str = "/healthy/") -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as line:
                    line.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
                    if line.recv(20).split()[1:2] == [b"200"]:
                        return
            except OSError:
                pass
            time.sleep(0.1)
        raise TimeoutError("the server did not start: see server.log")

    def web_processes(self) -> list[int]:
        """The server's worker processes, without its master."""
        children = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def memory(self) -> float:
        """Megabytes that the web server's processes have needed at most, each counted whole."""
        return sum(_peak(pid) for pid in [self.web.pid, *self.web_processes()])

    def kill_web(self) -> None:
        """Master and workers at once, as by a power cut."""
        for pid in [self.web.pid, *self.web_processes()]:
            kill(pid)
        self.web.wait()

    def kill_worker(self) -> None:
        self.worker.kill()
        self.worker.wait()

    def do(self, verb: str, *values: str) -> Any:
        command = [sys.executable, "-m", "answering.world", verb, *values]
        done = subprocess.run(
            command, env=self.environment, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, stderr=self.log
        )
        return json.loads(done.stdout)

    @contextmanager
    def running(self) -> Iterator[None]:
        self.serve()
        try:
            self.wait()
            yield
        finally:
            self.kill_web()


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _peak(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
