"""What `brevdue --help` and `brevdue --version` say."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from accessibility.wording import Say
from mailbox_tui.looks import LOOK_NAMES
from mailbox_tui.verbs import CHATTING, FILING, KEEPING, READING, Verb


def version() -> str:
    """Give the release that is installed; "unknown" where it runs without being installed."""
    try:
        return installed_version("brevdue")
    except PackageNotFoundError:
        return "unknown"


def help_text(say: Say) -> str:
    """Give the whole help: what it is, the verbs in three groups, examples."""
    return "\n".join(
        [
            say("Brevdue: official letters in a terminal, on screens or as plain lines."),
            "",
            say("“brevdue” alone opens your mailbox on screens; ? there names the keys."),
            say("“brevdue --plain” opens it as plain lines; ? there tells what to type."),
            say("“brevdue --reader” opens it for a screen reader, one item a line."),
            say("“brevdue --speak” reads each opened letter aloud; s in a letter does, too."),
            say("“brevdue --look NAME” chooses a look: {looks}.", looks=", ".join(LOOK_NAMES)),
            say("“brevdue VERB --help” tells more about a verb."),
            "",
            say("To read:"),
            *_lines(READING, say),
            "",
            say("To file:"),
            *_lines(FILING, say),
            "",
            say("To keep:"),
            *_lines(KEEPING, say),
            "",
            say("To read in a chat:"),
            *_lines(CHATTING, say),
            "",
            say("Everywhere: --store URL, --mailbox NUMBER, --language da or en, --json, --debug."),
            "",
            say("Examples:"),
            "  brevdue demo",
            "  brevdue import ~/letters",
            "  brevdue list --unread",
            "  brevdue read 1",
            "  brevdue archive 1 3-5",
            "  brevdue status",
            "",
            say("Numbers are those of the list printed last; ids such as L12 always work."),
            say("Exit codes: 0 done, 1 failed, 2 misused, 3 not allowed."),
        ]
    )


def _lines(verbs: tuple[Verb, ...], say: Say) -> list[str]:
    danish = say.language == "da"
    return [f"  {verb.danish if danish else verb.name}: {say(verb.help)}" for verb in verbs]
