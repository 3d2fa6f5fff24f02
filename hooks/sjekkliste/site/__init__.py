"""All that is published beside the pages, and what the built site gets at last."""
