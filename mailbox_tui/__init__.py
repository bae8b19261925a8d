"""The citizen's terminal: commands, plain lines and, later, screens."""
