from __future__ import annotations

import sys

from noodlecore_trm.cli import main

if __name__ == "__main__":  # worker processes import this module under another name
    sys.exit(main())
