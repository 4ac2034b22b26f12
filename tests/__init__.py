"""The specification of the program; it mirrors the rooms of onestop_desktop."""
