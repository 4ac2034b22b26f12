"""*Bảng theo dõi*: the leader's figures, each with the dossiers behind it, also for a wall."""
