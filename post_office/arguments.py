"""What can be typed after `brevdue-post`."""

import argparse
from pathlib import Path

from accessibility.wording import Say
from post_office.pickup import SETTLE


def parser_for(say: Say, default_store: str) -> argparse.ArgumentParser:
    """Give the parser of `brevdue-post`, its help in the person's language."""
    parser = argparse.ArgumentParser(
        prog="brevdue-post",
        description=say(
            "Run the post office of a mailbox store: register people, deliver letters."
        ),
        epilog=say(
            "Examples:\n"
            "  brevdue-post register 010180-0000 --name 'Anne Example'\n"
            "  brevdue-post deliver letters/ bundle.tar.lzma\n"
            "  brevdue-post watch /srv/post\n\n"
            "Exit: 0 all taken, 1 some refused or failed, 2 misused, 3 not allowed."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", metavar=say("VERB"), required=True)
    store = argparse.ArgumentParser(add_help=False)
    store.add_argument(
        "--store",
        metavar="URL",
        default=default_store,
        help=say("the store, as sqlite:///PATH (also BREVDUE_STORE)"),
    )
    _add_register(verbs, store, say)
    _add_deliver(verbs, store, say)
    _add_watch(verbs, store, say)
    return parser


def _add_register(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    store: argparse.ArgumentParser,
    say: Say,
) -> None:
    number_help = say("a CPR number (ten digits) or a CVR number (eight)")
    authority_help = say("vouch for a sender by its CVR number: its letters show as verified")
    summary = say("give a number a mailbox, or vouch for an authority")
    verb = verbs.add_parser("register", parents=[store], help=summary, description=summary)
    verb.add_argument("number", nargs="?", metavar="NUMBER", help=number_help)
    verb.add_argument("--authority", metavar="NUMBER", help=authority_help)
    verb.add_argument("--name", default="", metavar="NAME", help=say("the name it goes by"))
    verb.add_argument(
        "--exempt", action="store_true", help=say("only mandatory letters are delivered to it")
    )
    summary = say("close a mailbox; its letters stay, nothing more is delivered")
    verb = verbs.add_parser("unregister", parents=[store], help=summary, description=summary)
    verb.add_argument("number", nargs="?", metavar="NUMBER", help=number_help)
    verb.add_argument("--authority", metavar="NUMBER", help=say("stop vouching for a sender"))
    summary = say("show who is registered")
    verb = verbs.add_parser("registered", parents=[store], help=summary, description=summary)
    verb.add_argument("--full", action="store_true", help=say("show CPR numbers in full"))
    verb.add_argument("--json", action="store_true", help=say("answer as JSON"))


def _add_deliver(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    store: argparse.ArgumentParser,
    say: Say,
) -> None:
    summary = say("deliver MeMo letters, bundles and folders of them by recipient number")
    verb = verbs.add_parser("deliver", parents=[store], help=summary, description=summary)
    verb.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help=say("files or folders, walked")
    )
    verb.add_argument(
        "--register", action="store_true", help=say("make a mailbox for an unknown recipient")
    )
    verb.add_argument("--json", action="store_true", help=say("answer as JSON"))


def _add_watch(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    store: argparse.ArgumentParser,
    say: Say,
) -> None:
    summary = say(
        "deliver what is put into a folder; it goes to processed/, or to failed/ with a reason"
    )
    verb = verbs.add_parser("watch", parents=[store], help=summary, description=summary)
    verb.add_argument("folder", type=Path, metavar="DIR", help=say("the drop folder"))
    verb.add_argument(
        "--once", action="store_true", help=say("deliver what lies there now, then end")
    )
    verb.add_argument(
        "--settle",
        type=float,
        default=SETTLE,
        metavar="SECONDS",
        help=say("how long a file must be unchanged to be whole (default {n})", n=SETTLE),
    )
