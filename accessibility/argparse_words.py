"""argparse's own words in the person's language: of `brevdue` and of `brevdue-bot`."""

import gettext
import os
from pathlib import Path

from accessibility.wording import Say, sentence

# argparse's own words are not ours to write, only to translate: they stand here to be collected.
ARGPARSE_WORDS = (
    sentence("usage: "),
    sentence("positional arguments"),
    sentence("options"),
    sentence("show this help message and exit"),
    sentence("%(prog)s: error: %(message)s\n"),
    sentence("the following arguments are required: %s"),
    sentence("unrecognized arguments: %s"),
    sentence("expected one argument"),
    sentence("expected at least one argument"),
    sentence("expected at most one argument"),
    sentence("invalid choice: %(value)r (choose from %(choices)s)"),
    sentence("invalid %(type)s value: %(value)r"),
    sentence("not allowed with argument %s"),
    sentence("ignored explicit argument %r"),
    sentence("argument %(argument_name)s: %(message)s"),
)


def translate_argparse(say: Say) -> None:
    """Let argparse find its own words in our catalogue: it asks gettext's global domain."""
    if say.language == "en":
        return
    os.environ["LANGUAGE"] = say.language
    folder = Path(__file__).parent / "locales"
    gettext.bindtextdomain("brevdue", str(folder))
    gettext.textdomain("brevdue")
