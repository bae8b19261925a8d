"""What can be typed after `brevdue-bot`."""

import argparse

from accessibility.wording import Say

_LISTEN, _PORT = "127.0.0.1", 8443


def parser_for(say: Say, default_store: str) -> argparse.ArgumentParser:
    """Give the parser of `brevdue-bot`, its help in the person's language."""
    parser = argparse.ArgumentParser(
        prog="brevdue-bot",
        description=say("Run the chat of a mailbox store: in Telegram, or here in the terminal."),
        epilog=say(
            "The bot's token is read from the file that BREVDUE_BOT_TOKEN_FILE names, "
            "or from BOT_TOKEN.\n\n"
            "Exit: 0 done, 1 failed, 2 misused (no store, no token, a wrong one)."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--store",
        metavar="URL",
        default=default_store,
        help=say("the store, as sqlite:///PATH (also BREVDUE_STORE)"),
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--console", action="store_true", help=say("talk here in the terminal, without Telegram")
    )
    way.add_argument(
        "--check", action="store_true", help=say("say whether the token works, and as whom")
    )
    way.add_argument(
        "--webhook",
        metavar="URL",
        help=say("have Telegram post to this https address, instead of asking it"),
    )
    parser.add_argument(
        "--listen",
        metavar="ADDRESS",
        default=_LISTEN,
        help=say("where a proxy passes those posts on to (127.0.0.1)"),
    )
    parser.add_argument(
        "--port", metavar="N", type=int, default=_PORT, help=say("the port of that (8443)")
    )
    parser.add_argument(
        "--debug", action="store_true", help=say("tell more in the log; never what a letter says")
    )
    return parser
