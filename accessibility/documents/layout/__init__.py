"""What the pieces of text on pages mean by where they stand: of PDFs without tags, and of scans."""
