"""Danish acronyms: which are spelled, which are words, and names that a voice stumbles over."""

_SPELLED_WORDS = (
    "ADHD AES AM ATP AUB BBR BR CPR CVR DK DMI DR DSB EAN EU FDF FN FOA FTF GPS GDPR HK HF HR IT "
    "KL KMD KTR LO LP MR MRSA NHS OCD OK P PBS PC PDF PTSD RKI SE SMS SU SVU TDC TV UK UU USA USB "
    "VVM VUC WC WWW AAU AU DTU KU SDU ITU CBS CT EKG EF EØS FAQ FI FIK FU HTML ID IP KBH MB MUS "
    "NGO NPU OBU OPP PAS PCR PIN PR QR REG RGB SKI SSU STU STX HHX HTX SWIFT TL TR URL VAT VIP "
    "VPN ØPU ÅOP DKK EUR USD SEK NOK GBP CHF BIC BMI GF EUD EUX PBA PFA RUC KUV KVU MVU LVU "
    "AMO AMU FGU BS LB MT MF CV"
)
SPELLED = frozenset(_SPELLED_WORDS.split()) - {
    "PIN",
    "SWIFT",
    "PAS",
    "MUS",
    "OPP",
    "REG",
    "SKI",
    "OK",
    "AMO",
    "AMU",
    "KBH",
}

# As they are said, by what stands in the letter.
READ = {
    "SKAT": "Skat", "MOMS": "moms", "PIN": "pin", "NATO": "Nato", "UNICEF": "Unicef",
    "UNESCO": "Unesco", "SWIFT": "Swift", "IBAN": "iban", "OBS": "obs", "OK": "okay",
    "AIDS": "aids",
    "COVID": "covid", "SIM": "sim", "BIC": "bik", "LIX": "liks",
    "MitID": "Mit I D", "MitId": "Mit I D", "NemID": "Nem I D", "NemKonto": "Nem konto",
    "NemKontoen": "Nem kontoen", "NemLog-in": "Nem log-in", "NemSMS": "Nem S M S",
    "e-Boks": "e boks", "eBoks": "e boks", "MobilePay": "Mobile Pay", "Mobilepay": "Mobile Pay",
    "PensionsInfo": "Pensions-info", "TastSelv": "Tast selv",
    "BetalingsService": "Betalingsservice",
    "ph.d.": "p h d",
}  # fmt: skip

# Ordinary words that a heading in capitals is made of; unknown short ones there are not spelled.
_ORDINARY_WORDS = (
    "ALLE ALT BARE DAG DOG EFTER EGEN EJ FIK FULD FØR GIV GOD GOR GØR HUSK HVAD HVER INTET KOM KUN "
    "LES LIV LÆS MIG MUST NED NÆR OFTE OVER RET RING SEND SES SKULLE SLUT SVAR TAG TID TO TOG UGE "
    "UNDER USE VAR VÆR ÉN AF AT BØR DA DE DEM DEN DER DET DIG DIN DIT DU EN ER ET FOR FRA FÅ FÅR "
    "GÅ HAN HAR HER HOS HUN "
    "HVEM HVIS HVOR I IKKE IND JA JEG JER JO KAN KUN LÅN MAN MED MEN MERE MIN MIT MÅ NEJ NU NY NYE "
    "NYT NÅR OG OM OP OS PÅ SE SER SIN SIT SKAL SOM STOP SÅ TIL TO TRE UD UDEN VED VI VIL ÅR"
)
ORDINARY = frozenset(_ORDINARY_WORDS.split())
