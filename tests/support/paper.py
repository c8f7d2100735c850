"""Looking into a PDF."""

import re


def pages_of(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))
