"""Tests of the papers that a check is written on."""
