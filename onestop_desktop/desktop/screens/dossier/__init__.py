"""One dossier: facts, papers, entries, slip."""
