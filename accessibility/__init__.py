"""Text first: letters become readable lines. Knows the model, never the storage."""
