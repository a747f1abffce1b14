"""From an event to a brief: what happened, who says so, and where the sources disagree."""
