"""How arrows run: a way over a coarse grid first, then a track for every straight run of it."""
