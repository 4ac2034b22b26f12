"""Returning a result: the slip scanned, what to hand out checked, who took it, the next one."""
