"""*Kết thúc ngày*: what is left, the day sheet, its seal."""
