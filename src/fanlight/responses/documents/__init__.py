"""What is handed out on paper, as PDF for everybody (PDF/UA-1): a poster, a sheet of slips, a form to fill in."""

from fanlight.responses.documents.form import form_pdf
from fanlight.responses.documents.handing import Poster, poster_pdf, printed_poster, slips_pdf

__all__ = ["Poster", "form_pdf", "poster_pdf", "printed_poster", "slips_pdf"]
