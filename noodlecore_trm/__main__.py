from __future__ import annotations

import os
import sys

if __name__ == "__main__":  # worker processes import this module under another name
    if not sys.flags.safe_path and sys.path[0] != os.path.dirname(os.path.dirname(__file__)):
        del sys.path[0]  # the current folder: its modules are not meant for us

    from noodlecore_trm.cli import main

    sys.exit(main())
