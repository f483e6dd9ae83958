"""Tests of the safe fixes."""
