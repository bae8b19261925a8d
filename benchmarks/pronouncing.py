"""How much of letters is read aloud rightly: our words, and the bare text, by the same voice.

    python benchmarks/pronouncing.py              the share of each kind, in both languages
    python benchmarks/pronouncing.py --wrong      and every line of ours that sounds wrong

Right is what sounds like one of the golden pairs' answers, written by hand without a look at the
program (`tests/accessibility/pronouncing/golden/`). The peer is espeak-ng given the text itself.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from accessibility.pronouncing.pronouncing import pronounced
from tests.accessibility.pronouncing import phonemes
from tests.accessibility.pronouncing.golden.pairs import DANGEROUS, FILES, IN_FULL, Pair, pairs


def our_words(pair: Pair) -> str:
    """Pronounce a line as the program does."""
    return pronounced(pair.written, pair.language, say_cpr=pair.kind == IN_FULL)


def print_shares(language: str, *, shows_wrong: bool) -> None:
    """Print the share of each kind: ours beside the bare text."""
    told = pairs(language)
    start = time.perf_counter()
    ours = {pair: our_words(pair) for pair in told}
    microseconds = (time.perf_counter() - start) / len(told) * 1e6
    texts = {text for pair in told for text in (ours[pair], pair.written, *pair.said)}
    heard = phonemes.sounds_of(texts, language)
    right, bare, lines = Counter[str](), Counter[str](), Counter[str]()
    for pair in told:
        answers = {heard[way] for way in pair.said}
        lines[pair.kind] += 1
        right[pair.kind] += heard[ours[pair]] in answers
        bare[pair.kind] += heard[pair.written] in answers
        if shows_wrong and heard[ours[pair]] not in answers:
            print(f"  {pair.written}\n    ours:  {ours[pair]}\n    right: {pair.said[0]}")
    print(f"{FILES[language]}; * every line has to be right; {microseconds:.0f} us a line")
    print(f"{'':26} {'lines':>5} {'ours':>7} {'bare':>7}")
    for kind, n in lines.items():
        shares = f"{right[kind] / n:7.1%} {bare[kind] / n:7.1%}"
        print(f"{kind + '*' * (kind in DANGEROUS):26} {n:5} {shares}")
    n = len(told)
    print(f"{'all':26} {n:5} {right.total() / n:7.1%} {bare.total() / n:7.1%}\n")


def main() -> None:
    """Print both languages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list what sounds wrong")
    arguments = parser.parse_args()
    if not phonemes.is_installed():
        raise SystemExit(phonemes.WHY_NOT)
    for language in FILES:
        print_shares(language, shows_wrong=arguments.wrong)


if __name__ == "__main__":
    main()
