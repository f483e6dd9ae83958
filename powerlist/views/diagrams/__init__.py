"""Flowcharts and risk maps: chart (what) -> drawing (where) -> DOT -> svg, pdf, png."""
