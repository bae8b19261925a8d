"""A word letter by letter, with a name for each sign: for codes, names and addresses."""

from accessibility.plain_text import one_line
from accessibility.pronouncing.tongues import tongue_of

_MOST = 200  # signs: nobody listens longer, and a stranger's "word" may be endless


def spelled(word: str, language: str) -> str:
    """Spell a word: "B, bindestreg, fire". Capitals are said: "stort B". At most 200 signs.

    A language without rules gets the signs with commas between them.
    """
    tongue = tongue_of(language)
    names = []
    for sign in one_line(word)[:_MOST]:
        if tongue is None:
            names.append(sign)
        elif sign.isdecimal():
            names.append(tongue.digits[int(sign)])
        elif sign.isupper():
            names.append(f"{tongue.capital} {sign}")
        else:
            names.append(tongue.signs.get(sign, sign))
    return ", ".join(name for name in names if name.strip() and name not in "<>[]")
