"""`fanlight serve`: whatever serves the pages, nothing that somebody sends touches a disk on its way in."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.installations import surroundings

SENT_HALF = """
import argparse, glob, os, socket, threading, time
from fanlight.commands import _django
_django.start()
from fanlight.commands import serve
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
options = argparse.Namespace(bind=f"127.0.0.1:{port}", processes=1, threads=1)
threading.Thread(target=serve._serve_with_waitress, args=[options], daemon=True).start()
while True:
    try:
        visitor = socket.create_connection(("127.0.0.1", port))
        break
    except ConnectionRefusedError:
        time.sleep(0.05)
head = f"POST /speak-up/ HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: {25 * 2**20}\\r\\n\\r\\n"
visitor.sendall(head.encode() + b"z" * 12 * 2**20)
time.sleep(0.5)
for file in glob.glob("/proc/self/fd/*"):
    try:
        found = os.stat(file)
        if found.st_size and not found.st_nlink:
            print(os.readlink(file), found.st_size)
    except FileNotFoundError:
        pass
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux which files a program holds open")
def test_what_is_sent_on_windows_stays_in_memory(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", SENT_HALF],
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout == ""
