"""The kit every screen is built of; no widget here knows a dossier, a store or a rule."""
