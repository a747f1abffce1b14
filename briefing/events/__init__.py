"""Across articles: which report the same event, when, where and with whom.

Invariant: grouping is a partition of the articles that depends only on what they say: not on their
names, their order, the number of workers or the hash seed.
"""
