"""What holds for every test: no screen, and the servers that tests may ask for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.support.missing_parts",
    "tests.support.postgres",
    "tests.support.cups",
    "tests.support.desk",
]
