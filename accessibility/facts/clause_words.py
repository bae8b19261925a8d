"""What a clause says about a date in it: who acts, whether it is over, whether it asks anything.

Every pattern is searched in a clause of a few hundred characters, so none can be made slow.
"""

import re
from collections.abc import Iterable

_I = re.IGNORECASE
_WANTED_BY_US = re.compile(
    r"\bvi skal [^,;]{0,60}\b(?:have|modtage|bruge|høre|kende)\b"
    r"|\bskal vi (?:\w+ ){0,4}(?:have|vide|kende|modtage|bruge|høre)"
    r"|\bvi må (?:\w+ ){0,2}have|\bvi beder\b|\bbeder vi\b|\bvi (?:vil"
    r"|ønsker) (?:\w+ ){0,2}(?:bede|have|høre)"
    r"|\bhar vi brug for|\bvi har brug for|\bvi mangler|\bmangler vi"
    r"|\b(?:hører|modtager|får|har|ser) vi (?:\w+ ){0,2}ikke|\bhører vi gerne|\bvi hører gerne"
    r"|\bvi (?:imødeser|afventer|ser frem til|skal bede)\b|\b(?:vi|jeg) vil gerne (?:have|høre)"
    r"|\bvil (?:vi|jeg) gerne (?:have|høre)|\bpayment is not received"
    r"|\bvi (?:anmoder|opfordrer|udbeder|inviterer|indbyder|kræver)\b"
    r"|\bvi håber at (?:høre|modtage)\b|\blook forward to (?:hearing|receiving)"
    r"|\bwe hope to (?:hear|receive)\b"
    r"|\bvi (?:\w+ ){0,2}ikke (?:\w+ ){0,4}(?:hør|modtag|få|har|se)"
    r"|\bwe (?:must|need|ask|require|would like)\b|\bwe (?:do|have|did)(?: not|n't)\b"
    r"|\breach us\b|\bhos os\b"
    r"|\bos i hænde\b|\bså vi\b|\bso (?:that )?we\b|\bmust\b.{0,40}\breceive\b"
    r"|\bretten (?:skal )?ha[rv]e? modtaget|\bgiv(?:e)? os\b",
    _I,
)
_ACTED_BY_US = re.compile(
    r"\b(?:vi|we|we'll)\b|\budbetal\w*|\bsat ind\b|\b(?:ind)?sættes (?:pengene )?ind\b"
    r"|\bindsættes\b|\bindsat\b|\boverfør(?:es|t)\b"
    r"|(?<!skal )\bbetales tilbage\b"
    r"|\btrækkes\b|\btrukket\b|\brefunderes\b|\bpaid (?:in)?to (?:you|your)\b|\bcredited\b"
    r"|\bpay you\b|\bsend you\b"
    r"|\bdu (?:får|modtager|hører)\b|\b(?:får|modtager|hører) (?:du|i)\b|\bi (?:får"
    r"|modtager) (?:svar|besked|brev)"
    r"|\byou(?:'ll| will| should| can expect to) (?:\w+ )?(?:get|receive|be|hear)\b"
    r"|\b(?:til disposition|til rådighed)\b|\b(?:åbner|lukker|genåbner"
    r"|starter) (?:igen )?(?:senest|inden)"
    r"|\bdu vil (?:\w+ )?(?:modtage|få|høre)\b"
    r"|\bret til (?!(?:at )?(?:klage|anke|svar|søge|gøre|indsigelse|komme med|udtale|afgive"
    r"|appellere|tage|kære|indbringe|få sagen))(?![^,]* og (?:kan|du)\b)"
    r"|\b(?:will|shall) (?:come|arrive|take|start|begin|end|reach(?! us))\b(?! .*\bif you\b)"
    r"|\bkan forventes\b"
    r"|\b(?:modregnes|behandles|udredes|holdes|genoptages)\b|behandlings(?:frist|tid)\w*"
    r"|\b(?:normalt|oftest|typisk|som regel|sædvanligvis|normally|usually|typically)\b"
    r"|\bkommer (?:\w+ ){0,4}(?:inden|senest|før)\b|\bnaboerne\b|\bpengene (?:er|står|bliver"
    r"|kommer|vil)\b|\b(?:dit|jeres|your) (?:barn|child) (?:starter|begynder|får|will"
    r"|starts)\b|\bforvente\w*|\bregner med\b|\bexpect\w*|\bforvente(?:t|s)\b"
    r"|\bwill be (?:finished|completed|ready|paid|sent|transferred|issued|decided)"
    r"|\b(?:bliver|er|vil være) (?:færdig|afsluttet|klar|afgjort|behandlet)\w*",
    _I,
)
_PARTY = (
    r"\b(?<!til )(?<!hos )(?<!fra )(?<!for )(?<!to )(?<!to the )(?:\w{0,20}(?:kommunen?|nævnet"
    r"|styrelsen|ministeriet|forsyningen|regionen|udvalget|rådet|udlejer(?:en)?|arbejdsgiver(?:en)?"
    r"|lægen?|nabo(?:en|er|erne)?|modpart(?:en)?|sagsøgeren?|sagsøgte|kreditor(?:en|er|erne)?"
    r"|sælger(?:en)?|køber(?:en)?|leverandør(?:en)?|entreprenør(?:en)?|håndværker(?:en|ne)?"
    r"|tekniker(?:en)?|montør(?:en)?|medarbejder(?:e|en|ne)?|sagsbehandler(?:en)?|skolen"
    r"|hospitalet|sygehuset|banken|biblioteket|politiet|retten|advokat(?:en)?|selskabet"
    r"|forsikringen)|udbetaling danmark|folketinget|regeringen|loven|direktivet"
    r"|(?:the|a|an|your|our) (?:\w+ )?(?:council|court|contractor|office|agency|board|work|works"
    r"|road|building|landlord|employer|doctor|gp|school|seller|buyer|neighbour|engineer"
    r"|insurer|bank|government|ministry|tribunal|other (?:party|side)))"
)
# The reader is one of them, so that only what happens to them is no duty of the reader.
_MANY = (
    r"\b(?:patienter|borgere|most people|patients|people|residents) (?:får|har|kan|get|have|can)\b"
)
# Somebody who asks the reader does not act: "the court orders you", "kommunen anmoder om".
_ASKS_READER = re.compile(
    r"\b(?:bed(?:er|t|es)|bad|anmod(?:er|et)|opfordre[rt]|pålægger|pålagt|inviterer|indbyder"
    r"|indkalder|dømt|asks?|asked|order(?:s|ed)|require[sd]|request(?:s|ed)|invite[sd]|told"
    r"|tells) (?:hermed |alle )?(?:dig|jer|you|forældre)\b|\b(?:anmoder|beder) om\b|\bindkalder"
    r" (?:bemærkninger|indsigelser|høringssvar)\b|\bhar brug for (?:dit|dine|din|jeres)\b"
    r"|\bønsker (?:\w+ )?svar\b"
    r"|\b(?:giver|givet|gives|given|fastsat|set) (?:dig |you |jer )?(?:(?:en|a) )?"
    r"(?:(?:ny|sidste) )?(?:frist|deadline|until|til (?:den|at))\b",
    _I,
)
_SOMEBODY_ELSE = re.compile(
    rf"{_MANY}|{_PARTY}"
    + r" (?:skal|vil|kan|bør|må|har|will|must|should|has|have|get|receive|afgør|får|"
    r"(?!beder|ønsker|mangler|kræver|afventer|imødeser|needs|requires|asks|wants)\w{2,20}(?:er|s)\b)"
    r"(?! (?:du|i|de|vi|brug)\b)(?! \w+es\b)"
    r" (?!(?:\w+ ){0,4}(?:have|modtage|modtaget|høre|kende|vide|bruge|betalt|indsendt|indgivet"
    r"|afleveret|fremme|i hænde|receive|hear)\b(?! (?:vores|our)\b))",
    _I,
)
_OUR_PROMISE = re.compile(
    r"\b(?:we(?:'ll| will| aim| hope| expect| try)|vi (?:svarer|vender|behandler|afgør|træffer"
    r"|udbetaler|regner|vurderer"
    r"|overfører|forventer))\b(?![^\n]*\b(?:if|unless|hvis|medmindre|når|fordi|at du|that you)\b)",
    _I,
)
_NEUTRAL = re.compile(
    r"\b(?:bliver|kommer|foreligger|træffer|udføres|gennemføres|afsluttes|leveres|monteres"
    r"|installeres|opsættes|udskiftes|will be|will have)\b|\bvil (?:stå|være|blive|komme|ligge"
    r"|ske)\b"
    r"|(?<!hvis )\b(?!du |i )\w+ er (?!ikke)\w+(?:et|t) (?:senest|inden|før)\b",
    _I,
)
_NOT = re.compile(r"\b(?:ikke|not|ej)\b|n't\b", _I)
_DUTY = re.compile(
    r"\b(?:du|i|de|man|you) (?:\w+ )?(?:skal|bedes|må|must|have to|need)\b|\b(?:skal|bedes"
    r"|må) (?:du|i|de)\b"
    r"|\bbedes\b|\bplease\b|\bmake sure\b|\bbad dig\b|\bhas to\b|\bfrist\w*|\bdeadline\b"
    r"|\bskal (?:\w+ ){0,5}(?:tilbage)?(?:betal|indbetal"
    r"|aflever|indsend|meld|modtag|være)"
    r"|\bskal (?:\w+ ){0,3}være (?:os|retten|hos|modtaget|betalt)",
    _I,
)
_IMPERATIVE = re.compile(
    r"(?:^|[.,:;]\s|\bså |\bog |\band |\bplease |\bkindly |\bhusk (?:at )?|\bvenligst )"
    r"(?:betal|send|svar(?! (?:fra|kan|vil|bliver|forventes|kommer|gives))|ring|skriv"
    r"|meld|tilmeld|aflever|indbetal|kontakt|giv|søg|klag"
    r"|bekræft"
    r"|læg|husk|return|pay|reply|call|apply|send|"
    r"contact|tell|let|complete|confirm|register|sign|bring|submit|write|respond|indsend"
    r"|udfyld|book|bestil|vælg|returner|fill|claim|give|bitte|underskriv|accepter|afbestil|afmeld"
    r"|opsig|opdater|ansøg|anmeld|oplys|aflæs|indberet|upload|tjek|renew|collect|afhent|hent|flyt"
    r"|forny|opgiv|vend|meddel|object|notify|update|rsvp)\b",
    _I,
)
_SOFT_DUTY = re.compile(
    r"\b(?:skal|bedes|husk|must|please|need|should|frist|tilmelding|ansøgning|betaling|betales"
    r"|reply|return|unless|failure|accept|submit|do so|has to|appeal|apply|want|har|kan|can"
    r"|may|ved)\b",
    _I,
)
_PAST = re.compile(
    r"\b(?:var|(?<!hvis du )(?<!hvis )skulle(?! du)(?! i\b)|udløb|forfaldt|burde|havde|were"
    r"|was|should have|had to|expired|passed"
    r"|overskredet|overholdt|trådte|træder|amended|turned|fyldt|målte|skete"
    r"|(?!allerede)\w{2,30}erede|oprindelig\w*|had been|måtte|skulle have|hatte|ble|blev"
    r"|tidligere)\b|(?<!skal )(?<!kan )(?<!må )(?<!vil )(?<!bør )(?<!bedes )"
    r"\bdu (?!skulle)\w{2,20}(?:te|ede)\b"
    r"|\b(?:væk|bedre|aftaget|forsvundet|gået over|gone|better|improved) (?:inden|within)\b",
    _I,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:født|opført|bygget|oprettet|modtaget|indgået|udstedt|optjent|begået|købt|etableret"
    r"|anmeldt|registreret"
    r"|flyttet|ansat|optaget|indmeldt|tilmeldt|startet|begyndt|afsluttet|bevilget|godkendt"
    r"|stiftet|fyldt|fra|born|built|issued|made|received|started|registered|earned|turn(?:ed)?"
    r"|reach(?:ed)?|joined|bought)"
    r" (?:senest |inden |før |before |by |no later than )",
    _I,
)
_IS_A_DUTY_ANYWAY = re.compile(
    r"\b(?:skal|must|have to|bedes)\b[^\n]{0,60}\b(?:være|have|be|been)\b", _I
)
_PAID_ALREADY = re.compile(
    r"\b(?:du|vi) har (?:\w+ )?(?:optjent|arbejdet|boet|været|haft|opnået)\b"
    r"|\bhar (?:du|i|de) (?!ikke )(?:\w+ )?betalt\b|\b(?:du|i"
    r"|de) (?:\w+ )?har (?!ikke )(?:\w+ )?betalt\b"
    r"|\bhave (?:already )?paid\b|\bhar senest\b|\ballerede\b|\balready\b|\bhar (?:du"
    r"|i) (?:\w+ )?(?:svaret|sendt|afleveret)\b",
    _I,
)
_CONDITION = re.compile(
    r"^\W*(?:er|blev|bliver) (?:du|i|man) (?!uenig|i tvivl|interesseret|utilfreds|enig|forhindret)"
    r"|\b(?:hvis|når|if|when|såfremt)\b[^\n]{0,80}\b(?:født|flytter|rejser|dør|fylder|bliver"
    r"|begynder|stopper|fratræder|kommer|move|die|turn"
    r"|reach|leave|start)\w*\b",
    _I,
)
_NOT_BEFORE = re.compile(
    r"\b(?:ikke|not|n't|først|tidligst|ingen|earliest)\b(?! (?:senere|later))[^\n]{0,60}(?:før"
    r"|before|inden|prior to) ",
    _I,
)
_NEGATED_OWN = re.compile(r"\b(?:ikke|not|n't)\b", _I)
PAYOUT = re.compile(
    r"\budbetal\w*|\bsat ind\b|\bsættes ind\b|\bindsættes\b|\bpaid to you\b"
    r"|\bpayments? to you\b|\bpayment dates\b|\byou will be paid\b"
    r"|\bdine penge\b|\bnemkonto\b|\btil udbetaling\b|\byour payments\b|\bwe (?:will )?pay\b",
    _I,
)
PAY_IN = re.compile(
    r"\bindbetal\w*|\b(?:du|i) skal (?:\w+ )?betale\b|\bskal (?:du|i) (?:\w+ )?betale\b"
    r"|\bopkræv\w*|\brykker\w*|\bskyld\w*|\byou (?:must|have to) pay\b",
    _I,
)


def clause_of(sentence: str) -> str:
    """Give the last part of a sentence that has a few words of its own, from a comma on."""
    at = len(sentence)
    while at > 0:
        at = max(
            sentence.rfind(", ", 0, at), sentence.rfind("; ", 0, at), sentence.rfind("kr. ", 0, at)
        )
        if at < 0:
            return sentence
        if len(sentence[at:].split()) > 4:
            return sentence[at + 1 :]
    return sentence


def is_others_deed(sentence: str, behind: str = "") -> bool:
    """Tell whether not the reader acts, but the sender or somebody else.

    `behind` is what follows in the same clause: "we need by Friday | to have your answer".
    """
    left = clause_of(sentence)
    clause = left + behind
    if _ASKS_READER.search(clause):
        return False
    if _SOMEBODY_ELSE.search(clause) or _OUR_PROMISE.search(left):
        return True
    if _matches(clause, [_WANTED_BY_US, _DUTY, _IMPERATIVE]):
        return False
    return _matches(clause, [_ACTED_BY_US]) or bool(
        _NEUTRAL.search(clause) and not _NOT.search(clause)
    )


def is_over_or_no_duty(sentence: str) -> bool:
    """Tell whether the deadline is history, met, or only says which case is meant."""
    clause = clause_of(sentence)
    if _PAST.search(clause) or _PAID_ALREADY.search(clause):
        return True
    is_event = _OF_AN_EVENT.search(clause[-60:]) and not _IS_A_DUTY_ANYWAY.search(clause)
    return bool(is_event) and not _NOT.search(clause)


def is_condition(sentence: str) -> bool:
    """Tell whether the clause names an event of life: "if you move before ..."."""
    return bool(_CONDITION.search(clause_of(sentence))) and not _NEGATED_OWN.search(
        clause_of(sentence)
    )


def is_not_before(sentence: str) -> bool:
    """Tell whether it says what is not to be done before a date, or at the earliest then."""
    return _NOT_BEFORE.search(clause_of(sentence)[-80:]) is not None


def speaks_to_reader(text: str) -> bool:
    """Tell whether a duty, an order or a wish of the sender stands in a text."""
    return _matches(text, [_DUTY, _IMPERATIVE, _WANTED_BY_US, _ASKS_READER])


def asks_something(sentence: str) -> bool:
    """Tell whether a sentence asks the reader for anything, so that a weak word may count."""
    return _matches(sentence, [_DUTY, _IMPERATIVE, _WANTED_BY_US, _SOFT_DUTY])


def _matches(text: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.search(text) for pattern in patterns)
