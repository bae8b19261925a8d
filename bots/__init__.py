"""The chat: letters told, shown and spoken where a person already talks to others."""
