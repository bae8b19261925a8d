"""Signs by name, in Danish and in English."""

DANISH = {
    "-": "bindestreg", "\u2010": "bindestreg", "\u2011": "bindestreg", "\u2013": "tankestreg",
    "\u2014": "tankestreg", "/": "skråstreg", "\\": "omvendt skråstreg", ".": "punktum",
    ",": "komma", ":": "kolon", ";": "semikolon", "_": "understreg", "@": "snabel-a", "+": "plus",
    "*": "stjerne", "#": "nummertegn", "=": "lighedstegn", "?": "spørgsmålstegn",
    "!": "udråbstegn", "&": "og-tegn", "%": "procent", "~": "tilde", "'": "apostrof",
    "\u2019": "apostrof", '"': "anførselstegn", "(": "parentes", ")": "parentes slut",
    "[": "kantet parentes", "]": "kantet parentes slut", "{": "tuborgklamme",
    "}": "tuborgklamme slut", "<": "mindre end", ">": "større end", "|": "lodret streg",
    "$": "dollartegn", "€": "eurotegn", "£": "pundtegn", "§": "paragraf", "°": "grader",
    "^": "cirkumfleks", "`": "accent grave", "\u2212": "minus", " ": "mellemrum",
}  # fmt: skip
ENGLISH = {
    "-": "hyphen", "\u2010": "hyphen", "\u2011": "hyphen", "\u2013": "dash", "\u2014": "dash",
    "/": "slash", "\\": "backslash", ".": "dot", ",": "comma", ":": "colon", ";": "semicolon",
    "_": "underscore", "@": "at", "+": "plus", "*": "star", "#": "hash", "=": "equals sign",
    "?": "question mark", "!": "exclamation mark", "&": "ampersand", "%": "percent",
    "~": "tilde", "'": "apostrophe", "\u2019": "apostrophe", '"': "quotation mark",
    "(": "parenthesis", ")": "close parenthesis", "[": "square bracket",
    "]": "close square bracket", "{": "brace", "}": "close brace", "<": "less than",
    ">": "greater than", "|": "vertical bar", "$": "dollar sign", "€": "euro sign",
    "£": "pound sign", "§": "section sign", "°": "degrees", "^": "caret", "`": "backtick",
    "\u2212": "minus", " ": "space",
}  # fmt: skip

# Signs in running text, where the words above would be too much or mean something else.
DANISH_IN_TEXT = {
    "&": "og", "%": "procent", "‰": "promille", "=": "lig med", "+": "plus", "→": "til",
    "⇒": "til",
    "←": "fra", "\u00d7": "gange", "÷": "divideret med", "±": "plus minus", "≤": "højst",
    "≥": "mindst",
    "≠": "forskellig fra", "≈": "cirka", "\u2212": "minus", "/": "skråstreg",
    "\\": "omvendt skråstreg", "<": "mindre end", ">": "større end", "§": "paragraf",
    "°": "grader", "#": "nummer", "*": "stjerne", "_": "understreg", "~": "tilde",
    "^": "cirkumfleks", "@": "snabel-a", "€": "euro", "£": "pund",
    "$": "dollar", "½": "en halv",
    "¼": "en fjerdedel", "¾": "tre fjerdedele", "©": "copyright", "®": "registreret varemærke",
    "™": "varemærke", "²": "i anden", "³": "i tredje", "☐": "ikke afkrydset:",
    "☑": "afkrydset:", "☒": "afkrydset:", "✓": "flueben", "✔": "flueben", "µ": "mikro",
}  # fmt: skip
ENGLISH_IN_TEXT = {
    "&": "and", "%": "percent", "‰": "per mille", "=": "equals", "+": "plus", "→": "to",
    "⇒": "to",
    "←": "from", "\u00d7": "times", "÷": "divided by", "±": "plus or minus", "≤": "at most",
    "≥": "at least", "≠": "not equal to", "≈": "about", "\u2212": "minus", "/": "slash",
    "\\": "backslash", "<": "less than", ">": "greater than", "§": "section", "°": "degrees",
    "#": "number", "*": "star", "_": "underscore", "~": "tilde", "^": "caret", "@": "at",
    "€": "euros", "£": "pounds", "$": "dollars", "½": "one half", "¼": "one quarter",
    "¾": "three quarters", "©": "copyright", "®": "registered trade mark", "™": "trade mark",
    "²": "squared", "³": "cubed", "☐": "not ticked:", "☑": "ticked:", "☒": "ticked:",
    "✓": "tick", "✔": "tick", "µ": "micro",
}  # fmt: skip
