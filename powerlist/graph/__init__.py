"""The register as one graph that speaks the trade."""

from powerlist.graph.power_graph import PowerGraph

__all__ = ["PowerGraph"]
