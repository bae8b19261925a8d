"""What the worker's two threads share: generations, pauses, and whether the engine hangs."""

import threading
import time

from accessibility.speech.orders import Ordered, Orders
from accessibility.speech.sentence import Sentence


def ordered(generation: int, index: int = 0) -> Ordered:
    sentence = Sentence(text="Ja.", language="da")
    return Ordered(generation=generation, index=index, is_last=False, sentence=sentence)


def test_a_new_generation_makes_the_older_ones_void() -> None:
    orders = Orders()
    orders.order(ordered(1))
    orders.order(ordered(2, 7))
    orders.order(ordered(1))
    taken = orders.next_sentence(0)
    assert taken
    assert (taken.generation, taken.index) == (2, 7)
    assert orders.next_sentence(0) is None
    assert not orders.is_current(1)


def test_a_forgotten_generation_is_not_spoken_further() -> None:
    orders = Orders()
    orders.order(ordered(1))
    orders.forget(1)
    orders.order(ordered(1))
    assert orders.next_sentence(0) is None
    orders.order(ordered(2))
    assert orders.next_sentence(0)


def test_waiting_ends_at_once_when_the_generation_is_stopped() -> None:
    orders = Orders()
    orders.order(ordered(1))
    threading.Timer(0.05, orders.stop, [2]).start()
    start = time.monotonic()
    assert not orders.wait(1, 10)
    assert time.monotonic() - start < 0.2


def test_a_pause_lasts_until_it_ends_and_a_new_generation_ends_it() -> None:
    orders = Orders()
    orders.order(ordered(1))
    orders.pause(is_paused=True)
    threading.Timer(0.1, orders.pause, kwargs={"is_paused": False}).start()
    start = time.monotonic()
    assert orders.wait(1, 0)
    assert time.monotonic() - start >= 0.09
    orders.pause(is_paused=True)
    orders.order(ordered(2))
    assert orders.wait(2, 0)


def test_an_engine_that_gives_no_sign_of_life_hangs_but_not_while_paused_or_idle() -> None:
    orders = Orders()
    time.sleep(0.02)
    assert not orders.is_hung(0.01)
    orders.order(ordered(1))
    assert orders.next_sentence(0)
    assert not orders.is_hung(0.01)
    time.sleep(0.02)
    assert orders.is_hung(0.01)
    orders.pause(is_paused=True)
    assert not orders.is_hung(0.01)
    orders.pause(is_paused=False)
    orders.wait(1, 0)
    assert not orders.is_hung(0.01)


def test_it_never_holds_more_than_it_should() -> None:
    orders = Orders()
    for index in range(1000):
        orders.order(ordered(1, index))
    waiting = 0
    while orders.next_sentence(0):
        waiting += 1
    assert waiting == 8
