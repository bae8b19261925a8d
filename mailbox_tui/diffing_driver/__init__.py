"""A Textual driver that sends only what changed on the screen; any Textual program may use it.

A program asks for it by `App(driver_class=DiffingDriver)`, and may give its app an attribute
`terminal_manner` to say how (`manner.py`). Nothing here knows what the program is about.

What Textual writes takes this way, a file for each step:

    driver -> reading (into cells, each with a letter and a style) -> painter, the one thread that
    writes -> difference (rows, or a block scrolled, or all wiped) -> pen, moves -> sending

and what is typed comes back through `keyboard`. `terminal` says what the terminal can do.
"""
