"""What can be asked for in a chat, a file for each group of deeds."""
