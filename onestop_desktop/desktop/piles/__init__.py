"""A pile of dossiers and the one before you: what hand-over, work, leader and waiting results share."""
