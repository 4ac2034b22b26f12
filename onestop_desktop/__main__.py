"""`python -m onestop_desktop`."""

import sys

from onestop_desktop.main import desktop

sys.exit(desktop())
