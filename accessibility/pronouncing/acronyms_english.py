"""English acronyms: which are spelled, which are words, and names that a voice stumbles over."""

_SPELLED_WORDS = (
    "ATP BBC CPR CVR CV DK DKK DWP EAN EEA EU EUR FAQ GBP GDPR GP GPS HM HMRC HR ID IP IT MP NHS "
    "NI "
    "PDF QR SMS SU TV UK UN URL US USA USB USD VAT VPN WWW SEK NOK CHF BIC PO ATM BMI CT PC SE"
)
SPELLED = frozenset(_SPELLED_WORDS.split())

# As they are said, by what stands in the letter.
READ = {
    "PIN": "pin", "NATO": "Nato", "UNICEF": "Unicef", "UNESCO": "Unesco", "IBAN": "eye-ban",
    "SWIFT": "Swift", "SIM": "sim", "AIDS": "aids", "COVID": "covid", "OK": "okay",
    "MitID": "Meet I D", "NemKonto": "Nem konto", "e-Boks": "e box", "PAYE": "pay as you earn",
}  # fmt: skip

# Ordinary words that a heading in capitals is made of; unknown short ones there are not spelled.
_ORDINARY_WORDS = (
    "A ALL AM AN AND ANY ARE AS AT BE BUT BY CAN DAY DO DUE FOR FROM GET HAS HAVE HE HER HIM HIS "
    "HOW I IF IN IS IT ITS MAY ME MUST MY NEW NO NOT NOW OF OFF ON ONE OR OUR OUT OWN PAY SEE SHE "
    "SO "
    "STOP THE TO TWO UP US USE WAS WAY WE WHO WHY WILL WITH YES YOU YOUR"
)
ORDINARY = frozenset(_ORDINARY_WORDS.split())
