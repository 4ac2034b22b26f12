"""*Sổ sách*: certification books, tracking books, the months' fees; printed, exported, closed."""
