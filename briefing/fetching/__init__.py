"""Pages from the web, saved as a corpus: the one part of the program that opens connections.

Invariant: nothing here runs unless the user asks for it by name, and nothing else in the program
imports it. What is saved are the bytes that a server sent, never rewritten.
"""
