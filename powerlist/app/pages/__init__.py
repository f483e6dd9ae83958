"""The pages; each shows and links, and computes nothing."""
