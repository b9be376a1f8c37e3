"""The campaign: generated programs, each run as it is and rewritten, until one comes out different."""
