"""Reception: card, procedure, papers, fee, one key."""
