"""The leader: what was proposed, by risk; settled one by one or many at once, or sent back."""
