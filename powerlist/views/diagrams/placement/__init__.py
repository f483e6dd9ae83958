"""Where boxes stand: rows and sub-columns of lanes, before any coordinate is known."""
