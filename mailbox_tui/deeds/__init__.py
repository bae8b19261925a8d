"""What can be done with letters, each thing once: for verbs, line mode and screens alike."""
