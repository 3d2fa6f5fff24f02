"""Every address that the site has and had: what leads where, and what others can link to."""
