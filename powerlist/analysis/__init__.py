"""Numbers and paths without opinion."""
