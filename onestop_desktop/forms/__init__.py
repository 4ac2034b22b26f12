"""The only room with reportlab and bar codes: frozen facts in, PDF bytes out."""
