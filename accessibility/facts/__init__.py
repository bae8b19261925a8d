"""What can be told from a document's words, found by rules, always quoted, never guessed."""
