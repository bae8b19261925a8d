"""Whether a clause can ask its reader for anything: "by 4 December" alone does not.

"The prices rise by then" has a verb and nobody who is asked; "Books: by 4 December" has no verb, so
that nobody can tell. Every pattern is searched in a clause of a few hundred characters.
"""

import re

from accessibility.facts.clause_words import clause_of, speaks_to_reader

_I = re.IGNORECASE
_ASKED = re.compile(
    r"\b(?:skal|bedes|bør|må|must|should|shall|has to|have to|needs? to|(?:are|is) to be)\b"
    r"|\b(?:kan|har|vil|ønsker|får|betaler|svarer|tilmelder|søger|accepterer) (?:du|i|man)\b"
    r"|\b(?:du|i|man|you) (?:\w+ )?(?:kan|can|may|have \w+ (?:days|weeks|months?)"
    r"|har (?:\w+ ){0,3}(?:til|mulighed|frist|at))\b"
    r"|\b(?:du|i) (?:\w+ )?(?:opfordres|anmodes|pålægges|inviteres|indbydes|indkaldes"
    r"|er (?:\w+ )?(?:forpligtet|pligtig|velkommen))\b"
    r"|\byou (?:are|will be) (?:\w+ )?(?:required|asked|requested|invited|obliged|ordered)\b"
    r"|\b(?:required|requested|needed|invited|important|vigtigt|nødvendigt)\b|\b(?:hvis|såfremt"
    r"|medmindre|forudsat|at|if|unless|that) (?:du|i|you)\b(?! (?:er|are|har|have|får|get)\b)"
    r"|\b(?:hvis|såfremt|når|if) [^\n]{0,60}\b(?:betalt|tilmeldt|paid)\b"
    r"|\b(?:hvis|if) (?:vi|we) (?:\w+ ){0,3}(?:modtage[rt]|receive)|\bsidste chance\b"
    r"|\bved betaling\b"
    r"|\bvelkommen til\b|\bikke\b|\bnot\b|\bunless\b|\bmedmindre\b"
    r"|\b\w{0,24}frist\w*|\bafbud\b|\bs\.?u\b|\bdue\b|\bpayable\b|\bdeadline|\brsvp\b",
    _I,
)
_THING_ASKED = re.compile(
    r"\b\w{0,20}(?:tilmelding|afmelding|ansøgning|bestilling|(?:ind)?betaling|indberetning"
    r"|aflevering|indsigelse|opsigelse)(?:en)?\b|\bklag\w+|\banke\w*|\bkære\b|\bappeals?\b"
    r"|\bobjections?\b|\b(?:sendes|meddeles|betales|indbetales|indsendes|rettes|afgives"
    r"|returneres|meldes|oplyses|påklages|ankes|kæres|indbringes|forfalder|afleveres|udfyldes"
    r"|fremsendes|fremlægges|fremsættes|vedlægges|mailes|indfries|fraflyttes|tilmeldes|afmeldes"
    r"|underskrives|bestilles|hentes|afhentes|ryddes|tømmes|fjernes|indgives|indleveres|bekræftes"
    r"|ønskes)\b|\b(?:müssen|können|kann|bitte|sie haben|einspruch|widerspruch|ska|skall|måste"
    r"|överklag\w*)\b",
    _I,
)
# A clause that begins with one of these tells somebody to do it.
_DO = re.compile(
    r"\W*(?:fjern|gør|få|sørg|fremsend|stem|kom|mød|deltag|ret|tag|ryd|tøm|klip|godkend|gennemgå"
    r"|vedlæg|mail|rekvir[eé]r|aftal|undgå|benyt|brug|indlever|slet|skift|print|lav|find|luk"
    r"|settle|remove|provide|choose|cancel|check|clear|vote|make|get|post|switch|remember|visit"
    r"|do|don't|enter|ensure|email|use|see|take|order|finish|keep|buy)\b"
    r"(?! (?:er|is|bliver|har|kan|can)\b)",
    _I,
)
_VERB = re.compile(
    r"\b(?:er|var|har|havde|vil|kan|is|are|will|has|have|(?!senest|inden|efter|eller|under|over"
    r"|order|letter|number|december|november|oktober|october|september|januar|januari|februar"
    r"|penge|papir|kvarter|kontor|her\b|der\b|hver|ejer|bruger|dokumenter|timer|kroner)"
    r"(?!\w+(?:inger|elser|ioner|heder|erier|itter|enser|ører|øger|ties|ices|ries|ages)\b)"
    r"\w{2,20}(?:er|es))\b",
    _I,
)
_RELATIVE = re.compile(r"\W*(?:hv\w+|som|der|at|who|which|that|what|where)\b", _I)


def may_ask(sentence: str, behind: str) -> bool | None:
    """Tell whether anything in a clause can ask the reader for something.

    None where it has no verb either ("Books: by 4 December"), so that nobody can tell.
    """
    clause = clause_of(sentence)
    is_cut = _RELATIVE.match(clause) or not _VERB.search(clause)
    text = (sentence if is_cut else clause) + behind
    if _ASKED.search(text) or _THING_ASKED.search(text) or _DO.match(clause):
        return True
    if speaks_to_reader(text):
        return True
    return False if _VERB.search(text) else None
