"""`python -m post_office` is `brevdue-post`."""

import sys

from post_office.command import main

if __name__ == "__main__":
    sys.exit(main())
