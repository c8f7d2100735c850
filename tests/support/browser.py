"""The system's Chromium, and how it is started."""

import os
import shutil

LIGHT = "chromium-headless-shell"  # the same browser without the parts that draw a window: a third less work
NAMES = (LIGHT, "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI,Translate,MediaRouter,OptimizationHints,InitialWebUI,WebUIReloadButton",
]


def find_browser() -> str | None:
    return os.environ.get("CHROME") or next(filter(None, map(shutil.which, NAMES)), None)


def arguments() -> list[str]:
    """The switches; root cannot have Chromium's sandbox."""
    return [*ARGUMENTS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
