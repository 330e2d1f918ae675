"""PDF: what PDFium finds on pages becomes text in the order of reading."""
