"""The hall's own window: numbers to take, numbers called, a slip's status; nothing of it is kept."""
