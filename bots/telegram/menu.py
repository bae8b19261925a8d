"""The menu of commands that Telegram shows beside the field for typing."""

from telegram import Bot, BotCommand

from accessibility.wording import LANGUAGES, Say, sentence, wording_for

_COMMANDS = {
    "list": sentence("List the letters"),
    "read": sentence("Read a letter: read 2"),
    "next": sentence("Go on reading"),
    "deadlines": sentence("List the deadlines"),
    "settings": sentence("Change what this chat tells"),
    "help": sentence("Say what can be done here"),
    "stop": sentence("Unlink this chat from the mailbox"),
}


async def put_up_menu(bot: Bot) -> None:
    """Give the menu to Telegram in each language, English for every other. Raises as `bot`."""
    await bot.set_my_commands(_menu(wording_for("en")))
    for language in LANGUAGES:
        await bot.set_my_commands(_menu(wording_for(language)), language_code=language)


def _menu(say: Say) -> list[BotCommand]:
    return [BotCommand(command, say(told)) for command, told in _COMMANDS.items()]
