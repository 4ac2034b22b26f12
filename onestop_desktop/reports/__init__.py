"""The only room with XlsxWriter: frozen facts in, a table for a spreadsheet out."""
