"""Results nobody has fetched: by days waiting, with phone and words to send."""
