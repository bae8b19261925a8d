"""`python -m accessibility.documents FILE` reads a file without a mailbox."""

import sys

from accessibility.documents.command import main

sys.exit(main())
