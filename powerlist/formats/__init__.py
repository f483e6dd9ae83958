"""Files in, register out."""
