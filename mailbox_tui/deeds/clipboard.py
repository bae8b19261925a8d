"""What is said where a text was handed to the terminal to be pasted elsewhere."""

from accessibility.wording import Say


def copied_words(name: str, text: str, say: Say, *, is_taken: bool) -> str:
    """Say that this is what was done, or that the terminal takes nothing."""
    if is_taken:
        return say("Handed to the terminal, which may keep it to be pasted: {name}, “{text}”.",
                   name=name, text=text)  # fmt: skip
    return say("This terminal has no clipboard. {name}: “{text}”.", name=name, text=text)
