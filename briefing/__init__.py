"""A terminal reader that groups saved news pages by event and writes cited briefs."""

__version__ = "0.1.0"
