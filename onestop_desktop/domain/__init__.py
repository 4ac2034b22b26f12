"""What the law and the desk's rules say; standard library only, no clock, no input or output."""
