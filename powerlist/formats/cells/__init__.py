"""What the text of one cell means."""
