"""What Textual draws: one page of styled lines."""
