"""What knows nothing of the guide: typesetting, QR codes, and the policy of a page."""
