"""Every module opens with a sentence: what lives here and what does not."""

import ast

from tests.house.tracked import ROOT, tracked

ENDS = (".", "!", "?", ":", "…")


def test_every_module_opens_with_a_sentence() -> None:
    silent = []
    for file in tracked(".py"):
        words = ast.get_docstring(ast.parse((ROOT / file).read_text("utf-8"))) or ""
        first = words.split("\n\n")[0].strip()
        if len(first.split()) < 3 or not first.endswith(ENDS):
            silent.append(str(file))
    assert not silent
