"""Briefs as files: Markdown, HTML and JSON, and the check that such a file still holds."""
