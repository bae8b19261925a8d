"""The citizen's terminal: commands, plain lines and screens."""
