"""What stands below the help of each command: calls that people make.

Invariant: every command has examples, and every option in them exists; a test parses them.
"""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "analyse": """
  briefing analyse pages/                    a line for each page
  briefing analyse pages/ --json > all.jsonl all that was found, page by page
  briefing analyse pages/ --json --jobs 4    on four cores
  briefing analyse - --json < page.html      one page, from standard input
""",
    "events": """
  briefing events pages/                     a table of the events
  briefing events 'pages/2031-05-*.html'     those of some of the pages
  briefing events pages/ --json > all.json   for another program
""",
    "brief": """
  briefing brief pages/ --event e-f18dcc92   one brief, to standard output
  briefing brief pages/ --all -o briefs/     one Markdown file per event
  briefing brief pages/ --all -f html -o web as web pages
""",
    "entities": """
  briefing entities pages/                   who is named, the most named first
  briefing entities pages/ --kind PER        people only
  briefing entities pages/ --name lorn       whoever is called so
""",
    "corrections": """
  briefing corrections pages/                what was decided, by number
  briefing corrections pages/ --undo last    take the last decision back
""",
    "notes": """
  briefing notes pages/                      what was noted, and where
  briefing notes pages/ --json > notes.jsonl for another program
""",
    "search": """
  briefing search pages/ 'fishing quota'     both words, in any form
  briefing search pages/ 'who:lorn "a deal"' a person and a phrase
  briefing search pages/ 'after:2031-05 lang:fr place:oslo'
  briefing search pages/ -- '-draft treaty'  a query that begins with a minus
""",
    "verify": """
  briefing verify briefs/*.md                do all citations still hold?
  briefing verify brief.md --corpus ~/pages  the pages lie elsewhere now
""",
    "fetch": """
  briefing fetch https://quay.example/feed --into pages/
  briefing fetch feeds.opml --into pages/    every feed of a list
""",
    "models": """
  briefing models                            which there are, how good they are
  briefing models --model fr=fr_core_news_md would this one be found?
""",
    "config": """
  briefing config                            what is set, and where
  briefing config --init                     a file to begin with
""",
    "completion": """
  briefing completion bash > ~/.local/share/bash-completion/completions/briefing
  briefing completion zsh > ~/.zfunc/_briefing
  briefing completion fish > ~/.config/fish/completions/briefing.fish
""",
}
"""By the command's name, one call a line and what it is for."""


def epilogue(name: str) -> str | None:
    """What stands below a command's help; None for one without examples."""
    return f"Examples\n{EXAMPLES[name]}" if name in EXAMPLES else None
