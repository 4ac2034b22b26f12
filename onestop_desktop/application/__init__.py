"""One module for each thing a person can ask; words, ports and pages beside them. No SQL, no Qt."""
