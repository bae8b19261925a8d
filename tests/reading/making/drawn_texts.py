"""The words of the letters that are drawn."""

REMINDER = (
    ("lines", "Strandby Kommune\nGældskontoret"),
    ("lines", "Runa Fjeldsted\nHedelunden 33\n9998 Strandby"),
    ("lines", "8. december 2026"),
    ("#", "Du mangler at betale"),
    ("p", "Vi har ikke fået din betaling for daginstitution i november. Betalingen skulle være "
          "sket den 1. december. Beløbet er nu forhøjet med et rykkergebyr, som vi har ret til at "
          "opkræve efter loven."),
    ("##", "Det skylder du"),
    ("p", "Du skylder 1.135,50 kr. for pladsen og 250,00 kr. i gebyr, i alt 1.385,50 kr. Renter "
          "løber først på fra den 1. januar 2027."),
    ("##", "Hvis du ikke betaler"),
    ("p", "Betaler du ikke senest den 18. december 2026, sender vi kravet til inddrivelse. Det kan "
          "betyde, at beløbet bliver trukket i din løn, og at du bliver registreret som dårlig "
          "betaler."),
    ("##", "Ring, før det er for sent"),
    ("p", "Kan du ikke betale det hele på én gang, så ring til os på telefon 00 44 55 66. Så "
          "aftaler vi, hvordan du kan dele betalingen op i mindre beløb."),
    ("p", "Venlig hilsen"),
    ("p", "Gældskontoret"),
)  # fmt: skip

TAX_ROWS = (
    ("head", "Indkomst"),
    ("columns", "Beskrivelse", "Rubrik", "Før fradrag", "Efter fradrag"),
    ("row", "Løn, honorar og vederlag", "11", "388.214", "357.157"),
    ("row", "Arbejdsmarkedsbidrag", "19", "-31.057", "-31.057"),
    ("row", "Renter af bankindestående", "31", "1.104", "1.104"),
    ("row", "Renteudgifter af realkreditlån", "41", "-12.870", "-12.870"),
    ("row", "Befordring", "51", "-9.412", "-9.412"),
    ("row", "Faglige kontingenter", "52", "-6.348", "-6.348"),
    ("sum", "Skattepligtig indkomst", "", "329.631", "298.574"),
    ("head", "Skat"),
    ("columns", "Skatteart", "Grundlag", "Procent", "Beløb"),
    ("row", "Bundskat", "357.157", "12,01", "42.895"),
    ("row", "Kommuneskat", "298.574", "25,30", "75.539"),
    ("row", "Kirkeskat", "298.574", "0,87", "2.598"),
    ("row", "Betalt i årets løb", "", "", "-123.350"),
    ("sum", "Overskydende skat", "", "", "-2.318"),
)

WINDOW = (
    ("#", "Påbud om at fjerne et skur"),
    ("p", "Vi har den 5. november 2026 besigtiget jeres ejendom. Skuret i det nordøstlige hjørne "
          "står mindre end to meter fra skellet og er højere, end byggereglerne tillader."),
    ("##", "Hvad vi påbyder"),
    ("p", "I skal fjerne skuret eller flytte det, så afstanden til skel er mindst 2,5 meter. Det "
          "skal være sket senest den 1. marts 2027, og I skal sende os et billede, når I er "
          "færdige."),
    ("##", "Hvorfor"),
    ("p", "Skure over 50 m² kræver tilladelse. Sammen med carporten er der nu bebygget 63,5 m², "
          "og der er ikke søgt om tilladelse til den sidste del. Vi kan ikke give den bagefter, "
          "fordi naboen har gjort indsigelse."),
    ("##", "Klage"),
    ("p", "Retlige spørgsmål kan påklages inden fire uger. Klagen sendes til os på "
          "byg@strandby.example, og den betyder ikke, at fristen udskydes."),
    ("lines", "På kommunens vegne\nSvend Aage Mørkholt\nbyggesagsbehandler"),
)  # fmt: skip
