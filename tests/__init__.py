"""The tests: golden cases, units, the built site, and a real browser."""
