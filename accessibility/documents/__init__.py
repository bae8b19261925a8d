"""From the bytes of a letter's files to text a person can read or listen to."""
