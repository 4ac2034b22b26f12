"""The window: the only room with Qt widgets; no SQL, no PDF and no rule of the law lives here."""
