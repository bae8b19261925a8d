"""Setting the PIN that opens letters in a chat: typed twice, shown nowhere."""

from collections.abc import Awaitable, Callable

from accessibility.wording import Say
from mailbox_store.linking import Linking
from mailbox_tui.desk import StoppedError

AskHidden = Callable[[str], Awaitable[str]]


async def set_pin(linking: Linking, say: Say, *, ask: AskHidden) -> str:
    """Ask for a PIN twice and keep it; gives what was done. Raises `PinUnsuitable`."""
    was_locked, had_one = await linking.is_pin_locked(), await linking.has_pin()
    pin = await ask(say("Type a PIN of six digits. It is not shown."))
    if not pin:
        raise StoppedError(say("Nothing was typed. No PIN was set."))
    again = await ask(say("Type the same PIN again."))
    if not again:
        raise StoppedError(say("Nothing was typed. No PIN was set."))
    if pin != again:
        raise StoppedError(say("The two were not the same. No PIN was set."))
    await linking.set_pin(pin)
    return pin_was_set(say, was_locked=was_locked, had_one=had_one)


def refuse_words(words: object, say: Say) -> None:
    """Refuse a PIN that was typed behind the word `pin`, without showing it again."""
    if words:
        raise StoppedError(
            say("A PIN is not typed after the word pin, where others can see it. No PIN was set. "
                "Type pin alone, and think of another one."), code=2,
        )  # fmt: skip


def pin_was_set(say: Say, *, was_locked: bool, had_one: bool) -> str:
    """Say that a PIN is set, and what that changes."""
    if was_locked:
        return say("The PIN is set, and the lock is off. Every chat asks for the new one.")
    if had_one:
        return say("The PIN is set. Every chat asks for the new one.")
    return say("The PIN is set. A chat asks for it before it shows a letter.")
