"""`python -m bots` is `brevdue-bot`."""

import sys

from bots.command import main

if __name__ == "__main__":
    sys.exit(main())
