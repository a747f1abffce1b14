"""Fuzzing: `python -m tests.fuzz --cases 50000 --seed 1` prints a table; see `__main__`."""
