"""powerlist: one graph for powers, duties, process steps, posts, risk points and controls."""

__version__ = "0.1.0"
