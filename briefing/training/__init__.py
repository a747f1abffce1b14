"""How what ships was made: the entity model and the lexicon's tables. Never imported at run time."""
