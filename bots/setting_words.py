"""A chat's settings in words, a line each."""

from accessibility.chat_words import level_words
from accessibility.wording import Say
from mailbox_store.model.chat import Chat, Level


def settings_lines(chat: Chat, say: Say) -> list[str]:
    """Say how a chat is set."""
    lines = [
        level_words(chat.level, say),
        say("Language: English."),
        say("Notices: on.") if chat.has_notices else say("Notices: off."),
        say("Quiet hours: none.") if chat.quiet is None
        else say("Quiet hours: {begins} to {ends}.", begins=clock_words(chat.quiet.begins),
                 ends=clock_words(chat.quiet.ends)),
        _reminders(chat, say),
    ]  # fmt: skip
    if chat.level >= Level.TEXT:
        lines.append(say.count("What shows a letter is deleted after {n} minute.",
                               "What shows a letter is deleted after {n} minutes.",
                               chat.delete_after))  # fmt: skip
    return lines


def clock_words(minutes: int) -> str:
    """Write minutes after midnight as a time of day: "22.00"."""
    return f"{minutes // 60}.{minutes % 60:02}"


def _reminders(chat: Chat, say: Say) -> str:
    if not chat.reminders:
        return say("Reminders of deadlines: none.")
    days = ", ".join(str(day) for day in chat.reminders)
    return say("Reminders of deadlines, days before: {days}.", days=days)
