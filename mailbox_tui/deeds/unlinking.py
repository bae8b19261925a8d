"""Ending the links of chats, and having deleted there what still can be."""

from accessibility.chat_words import chat_name
from accessibility.wording import Say
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat
from mailbox_tui.deeds.chats import HOLDING


async def unlink(chat: Chat, linking: Linking, say: Say) -> str:
    """End a link at once; of a chat that asks, its request."""
    name = chat_name(chat, say)
    if chat.state not in HOLDING:
        return say("“{name}” is not linked. Nothing was changed.", name=name)
    messages = await linking.unlink(chat.key)
    unlinked = say("“{name}” is unlinked. It is told nothing any more.", name=name)
    return f"{unlinked} {_deleted(messages, say)}"


async def unlink_all_question(linking: Linking, say: Say) -> str:
    """Ask before every chat is unlinked; empty where there is none."""
    holding = sum(chat.state in HOLDING for chat in await linking.chats())
    if not holding:
        return ""
    chats = say.count("Nothing was changed yet. {n} chat will be unlinked.",
                      "Nothing was changed yet. {n} chats will be unlinked.", holding)  # fmt: skip
    return " ".join([
        chats,
        say("What was sent there in the last 48 hours is deleted; older messages cannot be, delete "
            "those in the chat itself."),
        say("Type yes to unlink all."),
    ])  # fmt: skip


async def unlink_all(linking: Linking, say: Say) -> str:
    """End every link, and say what becomes of what was sent."""
    chats, messages = await linking.unlink_all()
    if not chats:
        return say("No chat is linked. Nothing was changed.")
    unlinked = say.count("{n} chat unlinked.", "{n} chats unlinked.", chats)
    return f"{unlinked} {_deleted(messages, say)}"


def _deleted(messages: int, say: Say) -> str:
    if not messages:
        return say("No message there can be deleted from here.")
    return say.count(
        "{n} message there is deleted as soon as the bot runs; what is older than 48 hours stays.",
        "{n} messages there are deleted as soon as the bot runs; what is older than 48 hours "
        "stays.", messages,
    )  # fmt: skip
