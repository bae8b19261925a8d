"""What may be typed after the verb that reads aloud."""

import argparse

from accessibility.wording import Say
from mailbox_tui.typed_numbers import count, number_to


def say_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add what may be typed after `say`."""
    from accessibility.speech.settings import FASTEST, SLOWEST  # only for this verb

    parser.add_argument(
        "words",
        nargs="+",
        metavar="LETTER",
        help=say("a number of the last list, an id such as L12, or any words; - reads them"),
    )
    parts = parser.add_mutually_exclusive_group()
    parts.add_argument(
        "--document",
        type=count(say),
        metavar="N",
        help=say("the text of this document instead"),
    )
    parts.add_argument("--brief", action="store_true", help=say("the letter in brief instead"))
    parser.add_argument(
        "--from",
        dest="first",
        type=count(say),
        metavar="N",
        help=say("from this sentence on"),
    )
    parser.add_argument(
        "--rate",
        type=number_to(FASTEST, say, smallest=SLOWEST),
        metavar="N",
        help=say("words a minute"),
    )
    parser.add_argument("--voice", metavar="NAME", default="", help=say("the engine's voice"))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--to",
        metavar="FILE",
        help=say("write it to this file, .ogg or .wav; to a folder, a file a section"),
    )
    ways.add_argument(
        "--stdout",
        nargs="?",
        const="opus",
        choices=("opus", "raw"),
        help=say("write sound to standard output, for a player at your end of an ssh line"),
    )
    ways.add_argument(
        "--show", action="store_true", help=say("print what would be heard, a sentence a line")
    )
