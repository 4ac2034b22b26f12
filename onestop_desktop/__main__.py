"""`python -m onestop_desktop`."""

import sys

from onestop_desktop.main import either

sys.exit(either())
