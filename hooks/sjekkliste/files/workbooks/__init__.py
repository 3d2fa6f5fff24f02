"""Workbooks to work in. What all of them share is in book.py."""
