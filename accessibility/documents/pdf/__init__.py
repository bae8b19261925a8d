"""PDF: the one home of pypdfium2."""
