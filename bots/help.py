"""Help in a chat: six lines, most used first."""

from accessibility.wording import Say


def help_lines(say: Say) -> list[str]:
    """Say what can be typed; every button can be typed, too."""
    return [
        say("This is what you can type; the buttons do the same."),
        say("list: your letters. A number reads that letter. next goes on. more lists more."),
        say("brief: in a few lines. deadlines: what falls due. search and words: find letters."),
        say("archive, bin, flag, unread, with a number or for the open letter. undo takes it "
            "back."),
        say("documents: what is enclosed. listen: hear it. calendar: the date as a file."),
        say("settings: language, quiet hours, notices. stop: unlink this chat."),
    ]  # fmt: skip
