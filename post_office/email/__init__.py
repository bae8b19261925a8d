"""Letters that come as e-mail: one mail, an mbox, a Maildir."""
