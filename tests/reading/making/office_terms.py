"""Terms of a lease: numbered headings of three depths, footnotes, a repeated header."""

from tests.reading.making.flat_odt import PAGE_OF_PAGES, document, h, lines, note, p


def letter() -> str:
    """Give the letter as flat ODT."""
    deposit = note(1, "Depositum forrentes ikke, jf. boligforeningens vedtægter § 9.")
    notice = note(2, "Varslet regnes fra den første dag i en måned.")
    body = [
        lines("Lejer: Solvej Bækgaard", "Lejemål: Egelund 14, 1. th., 9999 Fjordby"),
        h("Vilkår for dit lejemål", 1),
        p(
            "Disse vilkår gælder sammen med lejekontrakten. Er der uenighed mellem de to, går "
            "kontrakten forud. Læs dem, før du skriver under, og spørg os, hvis noget er uklart."
        ),
        h("1. Betaling", 2),
        p(
            "Huslejen betales forud den første hverdag i hver måned. Betaler du senere, opkræver "
            "vi et gebyr, og vi kan ophæve aftalen efter et påkrav."
        ),
        h("1.1 Depositum", 3),
        p(
            f"Ved indflytning betaler du et depositum på tre måneders husleje.{deposit} Beløbet "
            "bruges til istandsættelse, når du flytter, og resten betales tilbage inden otte uger."
        ),
        h("1.2 Varme og vand", 3),
        p(
            "Forbrug betales aconto og afregnes en gang om året efter måler. Afregningen sendes "
            "senest fire måneder efter årets udgang."
        ),
        h("2. Vedligeholdelse", 2),
        p(
            "Du sørger for maling, hvidtning og lakering af gulve i lejetiden. Foreningen sørger "
            "for alt udvendigt, for installationer og for hvidevarer, som hører til boligen."
        ),
        h("2.1 Skader", 3),
        p(
            "Skader skal meldes samme dag. Venter du, og skaden vokser, kan du komme til at "
            "betale for det, der kunne have været undgået. Ring til vagten uden for åbningstiden."
        ),
        h("3. Opsigelse", 2),
        p(
            f"Du kan opsige lejemålet skriftligt med tre måneders varsel.{notice} Foreningen kan "
            "kun opsige dig efter reglerne i lejeloven."
        ),
        h("3.1 Syn ved fraflytning", 3),
        p(
            "Boligen synes senest to uger efter, at du er flyttet. Du får besked en uge før og "
            "kan selv være til stede. Bagefter får du en rapport med de arbejder, som skal "
            "udføres, og et overslag over, hvad de koster. Er du uenig, skal du skrive det på "
            "rapporten, inden synet er slut."
        ),
        h("4. Husdyr", 2),
        p(
            "Du må holde én kat eller én hund. Dyret skal meldes til kontoret, og det må ikke "
            "være til gene for naboerne. Tilladelsen kan trækkes tilbage efter to advarsler, og "
            "den gælder kun det dyr, som den er givet til."
        ),
        h("5. Ændringer", 2),
        p(
            "Vilkårene kan ændres af generalforsamlingen. Ændringer meldes til dig skriftligt "
            "mindst tre måneder før, de træder i kraft, medmindre loven kræver noget andet."
        ),
        p("Fjordby, den 1. oktober 2026"),
        p("Boligforeningen Egelund"),
    ]
    return document(
        "Vilkår", body, header="Boligforeningen Egelund, vilkår af 1. oktober 2026",
        footer=PAGE_OF_PAGES,
    )  # fmt: skip
