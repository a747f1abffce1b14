"""How the entity model and the lexicon's tables were made; never imported at run time."""
