"""The console channel: a chat on standard input and output, which needs no token."""
