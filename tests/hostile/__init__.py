"""A corpus that attacks the terminal it is read in, and what gets through; see `__main__`."""
