"""Plain lines: one-shot verbs and the line mode. Never imports Textual."""
