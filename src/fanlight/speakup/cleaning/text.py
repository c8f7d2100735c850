"""Plain text: kept as it is, if it is text."""

from fanlight.speakup.cleaning.refusing import NotClean


def clean_text(content: bytes) -> tuple[bytes, str]:
    """Raises NotClean for anything that is no plain text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    is_text = bool(text.strip()) and all(letter.isprintable() or letter in "\r\n\t" for letter in text)
    if not is_text:
        raise NotClean(
            "we cannot take out of it what tells of its making. We take photos (JPEG, PNG, WebP, GIF), PDF, Word, "
            "Excel, PowerPoint and plain text. A screenshot will do too"
        )
    return "\n".join(text.splitlines()).encode(), "txt"
