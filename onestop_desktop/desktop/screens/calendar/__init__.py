"""The working calendar: a year at a glance, a deadline to try, changes shown before they take effect."""
