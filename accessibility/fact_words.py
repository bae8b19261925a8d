"""Facts found in a document as lines to be read: what it is, then the sentence it stands in."""

from datetime import date, datetime
from decimal import Decimal

from accessibility.plain_text import one_line
from accessibility.spoken_dates import long_date
from accessibility.wording import Say
from mailbox_store.model.document_facts import Fact, FactKind

_CROWNS = "DKK"


def fact_line(fact: Fact, say: Say) -> str:
    """Say a fact with its quote; one that is not certain is called possible."""
    quote = one_line(fact.quote)
    value = one_line(fact.value)
    match fact.kind:
        case FactKind.DEADLINE:
            day = long_date(date.fromisoformat(fact.value), say)
            known = (
                "Deadline {date}: {quote}"
                if fact.is_certain
                else "Possible deadline {date}: {quote}"
            )
            return say(known, date=day, quote=quote)
        case FactKind.RELATIVE_DEADLINE:
            return say("Deadline counted from a day you know: {quote}", quote=quote)
        case FactKind.APPOINTMENT:
            time = appointment_time(fact.value, say)
            known = (
                "Appointment {time}: {quote}"
                if fact.is_certain
                else "Possible appointment {time}: {quote}"
            )
            return say(known, time=time, quote=quote)
        case FactKind.AMOUNT:
            return say(
                "Amount {amount}: {quote}", amount=amount_words(fact.value, say), quote=quote
            )
        case FactKind.CASE:
            return say("Case or reference number: {number}", number=value)
        case FactKind.PAYMENT:
            return say("Pay to: {account}", account=value)
        case FactKind.PHONE:
            return say("Telephone: {number}", number=value)
        case FactKind.EMAIL:
            return say("E-mail: {address}", address=value)
        case FactKind.WEB:
            return say("Web: {address}", address=value)


def amount_words(value: str, say: Say) -> str:
    """Write a sum as the person's language does: "1.234,50 kr.", "DKK 1,234.50"."""
    number, _, currency = value.partition(" ")
    english = f"{Decimal(number):,.2f}"
    if say.language != "da":
        return f"{currency} {english}"
    danish = english.translate(str.maketrans(",.", ".,"))
    return f"{danish} {'kr.' if currency == _CROWNS else currency}"


def appointment_time(value: str, say: Say) -> str:
    """Say when an appointment is: "Thursday 10 December 2026 at 9.15"."""
    moment = datetime.fromisoformat(value)
    clock = f"{moment.hour}.{moment.minute:02}"
    return f"{long_date(moment.date(), say)} {'kl.' if say.language == 'da' else 'at'} {clock}"
