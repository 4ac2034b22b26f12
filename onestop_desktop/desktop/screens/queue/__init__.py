"""The day's queue: open dossiers by time left."""
