"""Everything that arrives in the demonstration mailbox, in the order in which it came."""

from dataclasses import dataclass
from datetime import datetime

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter
from post_office.demo.letters.doubtful import doubtful_letters
from post_office.demo.letters.health import health_letters
from post_office.demo.letters.home import home_letters
from post_office.demo.letters.mail import (
    bundle_of,
    bundled_letters,
    dentist_mail,
    residents_minutes,
    water_meter_mail,
)
from post_office.demo.letters.money import money_letters
from post_office.demo.letters.newcomers import newcomers_letters
from post_office.demo.letters.town import town_letters
from post_office.memo.writer import write_memo

NEWEST = "one line"  # the letter that comes last: when it is there, all are


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One file that arrives at one moment, and what Alma did with each letter in it.

    `by_hand`: she took it in herself, as mail and bare files are; else an office delivered it.
    """

    file_name: str
    content: bytes
    received: datetime
    kept: tuple[Kept, ...]
    by_hand: bool = False


def memo_letters(days: Days) -> tuple[Letter, ...]:
    """Give the letters that come as one MeMo message each."""
    return (
        *money_letters(days),
        *health_letters(days),
        *town_letters(days),
        *home_letters(days),
        *newcomers_letters(days),
        *doubtful_letters(days),
    )


def deliveries(days: Days) -> tuple[Delivery, ...]:
    """Give everything that arrives, oldest first."""
    found = [
        Delivery(
            file_name=f"{letter.uuid}.xml",
            content=write_memo(letter.message),
            received=letter.received,
            kept=(letter.kept,),
        )
        for letter in memo_letters(days)
    ]
    found += [_bundle(days), *_by_hand(days)]
    return tuple(sorted(found, key=lambda delivery: delivery.received))


def _bundle(days: Days) -> Delivery:
    letters = bundled_letters(days)
    return Delivery(
        file_name="bundle.tar.lzma",
        content=bundle_of(letters),
        received=letters[0].received,
        kept=tuple(letter.kept for letter in letters),
    )


def _by_hand(days: Days) -> tuple[Delivery, ...]:
    dentist, meters, minutes = days.at(-17, "9.10"), days.at(-4, "16.00"), days.at(-10, "20.30")
    return (
        Delivery(
            file_name="dentist.eml",
            content=dentist_mail(days, dentist),
            received=dentist,
            kept=(Kept(read=True),),
            by_hand=True,
        ),
        Delivery(
            file_name="water-meters.eml",
            content=water_meter_mail(days, meters),
            received=meters,
            kept=(Kept(),),
            by_hand=True,
        ),
        Delivery(
            file_name="Referat af beboermøde.txt",
            content=residents_minutes(days),
            received=minutes,
            kept=(Kept(read=True),),
            by_hand=True,
        ),
    )
