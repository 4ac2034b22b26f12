"""The copies of the store: made, tried, put back; a second place."""
