"""The tool's own workbook: what is written is read back equal."""
