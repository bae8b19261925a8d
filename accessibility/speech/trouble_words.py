"""A sentence for each thing that keeps a letter from being spoken, and what to do about it."""

from accessibility.plain_text import one_line
from accessibility.speech.described import Described
from accessibility.speech.outputs import Why
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.wording import Say, sentence

_SENTENCES = {
    TroubleCode.ENGINE_MISSING: sentence("Nothing can be read aloud: {what} is not installed."),
    TroubleCode.ENGINE_FAILED: sentence("The speech engine failed. Nothing more is read aloud."),
    TroubleCode.ENGINE_UNKNOWN: sentence("There is no speech engine called {what}."),
    TroubleCode.ENGINE_PLAYS: sentence(
        "The speech engine {what} plays its sound itself, so it cannot be saved. "
        "Choose another with BREVDUE_SPEECH_ENGINE."
    ),
    TroubleCode.VOICE_MISSING: sentence("The speech engine has no voice called {what}."),
    TroubleCode.PLAYER_MISSING: sentence(
        "Nothing can be heard: no program that plays sound was found. "
        "Install pipewire, pulseaudio-utils or alsa-utils."
    ),
    TroubleCode.NO_SOUND: sentence("Nothing can be heard: {what} found no sound card it may use."),
    TroubleCode.SOUND_STUCK: sentence("The sound is stuck, so reading aloud was stopped."),
    TroubleCode.PIPE_CLOSED: sentence("The program that took the sound has ended."),
    TroubleCode.OUTPUT_IS_TERMINAL: sentence(
        "Sound on standard output needs a program or a file to go to, not the terminal."
    ),
    TroubleCode.OUTPUT_UNKNOWN: sentence("There is no sound output called {what}."),
    TroubleCode.OVER_SSH: sentence(
        "You are connected through SSH, so the sound would be heard at the other machine. Nothing "
        "is read aloud here. At your end, ssh HOST brevdue say LETTER --stdout | mpv - plays it; "
        "brevdue say LETTER --to FILE.ogg keeps it as a file."
    ),
    TroubleCode.TAKEN_OVER: sentence("Another Brevdue is reading aloud now, so this one stopped."),
    TroubleCode.WORKER_DIED: sentence(
        "The speech engine broke down twice. Nothing more is read aloud."
    ),
    TroubleCode.WORKER_HUNG: sentence(
        "The speech engine did not answer. Nothing more is read aloud."
    ),
}
_WHYS = {
    Why.ASKED_FOR: sentence("Sound goes to {output}, as your settings say."),
    Why.SERVER_RUNS: sentence("Sound goes to {output}, as its sound server is running."),
    Why.PLAYS_ITSELF: sentence("{output} plays its sound itself."),
    Why.FIRST_FOUND: sentence("Sound goes to {output}, as no sound server is running."),
}


def trouble_sentence(trouble: SpeechTrouble, say: Say) -> str:
    """Say what went wrong."""
    if trouble.code is TroubleCode.PLAYER_MISSING and trouble.what:
        return say("Nothing can be heard: {what} is not installed.", what=one_line(trouble.what))
    return say(_SENTENCES[trouble.code], what=one_line(trouble.what))


def restarted_sentence(say: Say) -> str:
    """Say that the engine broke once."""
    return say("The speech engine broke down and was started again.")


def described_sentences(described: Described, say: Say) -> list[str]:
    """Say what would speak, where its sound would go, and why."""
    engine = described.engine
    if described.is_engine_chosen:
        told = [say("Letters are read aloud by {engine}, as your settings say.", engine=engine)]
    else:
        told = [say("Letters are read aloud by {engine}.", engine=engine)]
    if described.voice:
        told.append(say("The voice is {voice}.", voice=one_line(described.voice)))
    told.append(say("The rate is {rate} words a minute.", rate=described.rate))
    if described.output is not None:
        told.append(say(_WHYS[described.output.why], output=described.output.name))
    troubles = (described.engine_trouble, described.output_trouble)
    told += [trouble_sentence(trouble, say) for trouble in troubles if trouble is not None]
    if not described.is_enabled:
        told.append(say("Nothing is read aloud before you ask for it: s, or brevdue say."))
    return told
