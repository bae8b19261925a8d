"""A chat that is linked to nothing: it gets one line on how to link, and nothing else.

What redeems a code is answered alike whatever was wrong with it, so that nobody learns by guessing.
"""

import re

from accessibility.commands import Command, Deed
from accessibility.wording import Say, wording_for
from bots.effects import Alert, Effect, Tell
from bots.events import Event, Pressed, Started, Typed
from bots.sitting import Answer, Sitting
from bots.talk import Question, Talk
from bots.typed_words import understand_typed
from mailbox_store.chat_codes import code_in
from mailbox_store.model.errors import LinkRefused

_TOKEN = re.compile(r"[\w-]{22}", re.ASCII)
_START = re.compile(r"/?(?:start|link|tilknyt)(?:@\w+)?\s+", re.IGNORECASE)


async def answer_unlinked(event: Event, talk: Talk, sitting: Sitting) -> Answer:
    """Answer a chat that has no mailbox."""
    say = wording_for(sitting.who.language)
    effects: list[Effect] = []
    if isinstance(event, Pressed):
        effects.append(Alert(query=event.query, text=how_to_link(say, sitting.door.channel)))
        return Answer(tuple(effects), Talk())
    typed = typed_code(event)
    if typed:
        effects.append(Tell(text=await redeem(typed, say, sitting)))
    elif sitting.attempts > 1 and talk.question is Question.UNLINK:
        effects.append(Tell(text=say("This chat is unlinked.")))  # by the first attempt
    else:
        effects.append(Tell(text=how_to_link(say, sitting.door.channel)))
    return Answer(tuple(effects), Talk())


async def redeem(typed: str, say: Say, sitting: Sitting) -> str:
    """Try a code or a token; gives the sentence about it."""
    channel = sitting.door.channel
    try:
        await sitting.door.redeem(typed, sitting.who.name, sitting.who.language)
    except LinkRefused:
        if sitting.attempts > 1:  # the first attempt may have used the code up
            return say("I was interrupted. If your code was right, accept this chat in the "
                       "terminal: brevdue chats. If not, make a new one there: brevdue link "
                       "{channel}", channel=channel)  # fmt: skip
        return say("That code does not work here: it may be wrong, used or too old. Make a new one "
                   "in the terminal: brevdue link {channel}", channel=channel)  # fmt: skip
    return say("Now accept this chat in the terminal: brevdue chats")


def how_to_link(say: Say, channel: str) -> str:
    """Say in one line how a chat is linked."""
    return say("This chat is not linked. In the terminal, type brevdue link {channel}, and send "
               "the code it shows here.", channel=channel)  # fmt: skip


def typed_code(event: Event) -> str:
    """Give what may be a code in what was sent; empty where it is none."""
    if isinstance(event, Started):
        return event.token.strip()
    if not isinstance(event, Typed):
        return ""
    told = _START.sub("", event.text.strip(), count=1)
    if _TOKEN.fullmatch(told):
        return told
    asked = understand_typed(told, language="en")  # "next part" could be a code, too
    is_words = isinstance(asked, Command) and asked.deed is not Deed.OPEN
    return "" if is_words else code_in(told)


def asks_to_link(event: Event) -> bool:
    """Tell whether a linked chat asks for one mailbox more: by a link, or by word and code."""
    if isinstance(event, Typed):
        return bool(_START.match(event.text.strip()) and typed_code(event))
    return isinstance(event, Started) and bool(event.token)
