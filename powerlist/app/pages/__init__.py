"""The five pages; each shows and links, and computes nothing."""
