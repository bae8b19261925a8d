"""The screens as plain values: what is shown, where the cursor is, what a key does. No Textual."""
