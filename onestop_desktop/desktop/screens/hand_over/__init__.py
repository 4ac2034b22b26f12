"""Hand-over: a pile ticked or scanned, given or accepted, one sheet for all of it."""
