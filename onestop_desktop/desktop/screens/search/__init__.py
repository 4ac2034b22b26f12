"""Search: any dossier by code or words."""
