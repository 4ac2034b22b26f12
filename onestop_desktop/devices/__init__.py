"""The real ends of ports: printers, a PDF's pixels, the serial scanner, sounds."""
