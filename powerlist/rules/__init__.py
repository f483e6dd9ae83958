"""Verdicts: what is wrong with a register, and where it is written."""
