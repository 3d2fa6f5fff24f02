"""What editors write, read by line, and all that must be mended in it."""
