"""`python -m fanlight` is the same as `fanlight`."""

import sys

from fanlight.commands.__main__ import main

sys.exit(main())
