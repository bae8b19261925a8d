"""`python -m mailbox_tui` is `brevdue`."""

import sys

from mailbox_tui.command import main

sys.exit(main())
