"""What can keep a letter from being spoken. A trouble carries data; `trouble_words` says it."""

from dataclasses import dataclass
from enum import StrEnum


class TroubleCode(StrEnum):
    """Why nothing is heard, or nothing more."""

    ENGINE_MISSING = "engine-missing"  # its library, module or program is not installed
    ENGINE_FAILED = "engine-failed"  # it is there, and refused or broke
    ENGINE_UNKNOWN = "engine-unknown"  # no engine has the name that was chosen
    ENGINE_PLAYS = "engine-plays"  # it plays by itself and gives no sound for a file
    VOICE_MISSING = "voice-missing"
    PLAYER_MISSING = "player-missing"  # no program that plays sound, or not the chosen one
    NO_SOUND = "no-sound"  # the player ended: no sound card, or no sound server
    SOUND_STUCK = "sound-stuck"  # the player takes nothing more
    PIPE_CLOSED = "pipe-closed"  # who listened to our standard output is gone
    OUTPUT_IS_TERMINAL = "output-is-terminal"
    OUTPUT_UNKNOWN = "output-unknown"
    OVER_SSH = "over-ssh"  # the sound would come out of the server
    TAKEN_OVER = "taken-over"  # another Brevdue of this person began to speak
    WORKER_DIED = "worker-died"  # twice in one reading
    WORKER_HUNG = "worker-hung"


@dataclass(eq=False)
class SpeechTrouble(Exception):
    """Speech could not go on; nothing is playing any more.

    `what` names a program, an engine or a voice, never anything of a letter.
    """

    code: TroubleCode
    what: str = ""

    def __str__(self) -> str:
        return f"SpeechTrouble({self.code})"
