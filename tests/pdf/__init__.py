"""Tests of the sheets as PDF."""
