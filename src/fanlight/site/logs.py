"""What broke is written down; at whose address never.

An address names a team's round, a concern or a person's own letter, and a line in the log comes at a time: somebody
who was there could put the two together. So a line says which kind of page broke: the pattern of its address.
"""

import logging
from typing import Any

SHORTEST_NAME = 6  # letters; a shorter part of an address is a page's number, and names nothing


class WithoutAddresses(logging.Formatter):
    """A line and its traceback, with the address of the request replaced by its pattern: r/<door>/check/."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        record.exc_text = None  # nobody else is handed the traceback as it was
        request: Any = getattr(record, "request", None)
        found = getattr(request, "resolver_match", None)
        if found is not None:
            text = text.replace(request.path, f"/{found.route}")
            for name, part in found.kwargs.items():
                if len(str(part)) >= SHORTEST_NAME:
                    text = text.replace(str(part), f"<{name}>")
        elif request is not None:
            text = text.replace(request.path, "an address that leads nowhere")
        return text
