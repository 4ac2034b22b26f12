"""*Hệ thống tỉnh*: receptions not there yet, its list taken in, who is behind there, the file for the portal."""
