"""Files that a page hands out."""

from django.http import HttpResponse


def pdf_file(content: bytes, name: str, *, shows: bool = True) -> HttpResponse:
    """A PDF that the browser shows, or one that is only kept."""
    kind = "inline" if shows else "attachment"
    headers = {"Content-Disposition": f'{kind}; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
