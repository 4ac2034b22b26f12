"""The one-stop desk of a commune: receive, settle and return dossiers; README.md is the map."""

__version__ = "0.1.0"
