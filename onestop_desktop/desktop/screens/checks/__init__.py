"""*Kiểm tra sổ*: the journal proved, everything beside it compared, a seal looked at, the report printed."""
