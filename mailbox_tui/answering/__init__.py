"""What a typed command or a key asks, done the same way in line mode and on the screens."""
