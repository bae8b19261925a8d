"""The process behind `Synthesis`: sentences come in by line, their sound goes out as it is made."""

import sys

from accessibility.speech import synthesis_frames as frames
from accessibility.speech.engines import open_recording
from accessibility.speech.sentence import Sentence
from accessibility.speech.starting import keep_no_core
from accessibility.speech.troubles import SpeechTrouble
from accessibility.speech.voicing import Voicing


def serve() -> None:
    """Answer sentences until standard input ends."""
    keep_no_core()
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    settings = frames.read_settings(incoming.readline())

    def write(pcm: bytes) -> bool:
        outgoing.write(frames.piece_frame(pcm))
        return True

    try:
        voicing, sample_rate = open_recording(settings, write)
    except SpeechTrouble as trouble:
        outgoing.write(frames.trouble_frame(trouble))
        return
    outgoing.write(frames.rate_frame(sample_rate))
    outgoing.flush()
    for line in incoming:
        outgoing.write(_answered(voicing, frames.read_sentence(line)))
        outgoing.flush()


def _answered(voicing: Voicing, sentence: Sentence) -> bytes:
    try:
        voicing.speak(sentence)
    except SpeechTrouble as trouble:
        return frames.trouble_frame(trouble)
    return frames.end_frame()


if __name__ == "__main__":
    serve()
