"""The demonstration mailbox: letters of our own making, delivered along the real way in."""
