"""Take-aways: one `Document`, made from a release, written as a page, a PDF, slides, a workbook or plain data.

All five say the same, because they read the same value and no other. Nothing here needs the database.
"""

from fanlight.results.documents.document import Document, document_of
from fanlight.results.documents.kind import Kind
from fanlight.results.documents.writing import TooManyGroups, written

__all__ = ["Document", "Kind", "TooManyGroups", "document_of", "written"]
