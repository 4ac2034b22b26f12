"""Settings: agency, printer, paper, this PC."""
