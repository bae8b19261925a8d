"""Letters read aloud: sentences become sound in a process of its own, and any key stops it."""
