"""Pictures of the real program on the sample pages: python tests/make_screenshots.py.

Invariant: nothing is faked: the pages of `seeds/` (or of another corpus of ours) are opened by the
real pipeline, and the keys below are pressed; the folder named first on the command line (default:
screenshots/) gets one SVG each, of all pictures or of those that are named after it.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from briefing.config import Settings  # noqa: E402  # run as a script, the path comes first
from briefing.editions import remember_brief  # noqa: E402
from briefing.pipeline import compose_brief, open_corpus  # noqa: E402
from briefing.store.workspace import open_workspace  # noqa: E402
from briefing.tui.app import BriefingApp  # noqa: E402
from briefing.tui.reading_screen import ReadingScreen  # noqa: E402
from tests.tui.reading import press, reading, screen_text, settle  # noqa: E402

WIDE, MIDDLE, NARROW = (160, 45), (120, 35), (80, 24)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file name, the terminal, the keys pressed on the event with most sources.

    `before`: the pages of which the last brief was made, for pictures of what has changed since.
    """

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str | None = None
    corpus: str = "seeds"
    before: str | None = None


SHOTS = (
    Shot("reading-160x45", WIDE, ("tab", "tab", "tab", "enter")),
    Shot("reading-120x35", MIDDLE, ("tab", "m", "m", "m")),
    Shot("same-sentence-120x35", MIDDLE, ("enter", "J", "J", "J")),
    Shot("names-160x45", WIDE, ("p",)),
    Shot("search-160x45", WIDE, ("f", *"who:faeser", "space", *"migration", "enter")),
    Shot("grouping-120x35", MIDDLE, ("enter", "R")),
    Shot("facts-120x35", MIDDLE, ("F", *["down"] * 6), corpus="tests/corpora/harbour/pages"),
    Shot("changes-160x45", WIDE, ("d",), before="seeds/000*"),
    Shot("map-120x35", MIDDLE, ("T",), corpus="tests/corpora/chancery/pages"),
    Shot("correcting-120x35", MIDDLE, ("p", "j", "j", "C")),
    Shot("reading-80x24", NARROW, ("enter",)),
    Shot("events-80x24", NARROW),
    Shot("brief-80x24", NARROW, ("b",)),
    Shot("brief-160x45", WIDE, ("tab", "tab", "tab", "z")),
    Shot("light-160x45", WIDE, ("tab", "tab", "tab", "enter"), "briefing-light"),
    Shot("why-grouped-160x45", WIDE, ("w",)),
    Shot("help-160x45", WIDE, ("question_mark",)),
    Shot("palette-120x35", MIDDLE, ("colon",)),
)


async def take(shot: Shot, cache: str) -> str:
    """Open the corpus, press the keys, and draw the screen."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(cache=cache, theme=shot.theme, workspace=folder)
        if shot.before:
            brief_of_yesterday(shot.before, settings)
        return await draw(shot, settings)


def brief_of_yesterday(pages: str, settings: Settings) -> None:
    """What `briefing brief PAGES --all -o …` leaves in the workspace."""
    corpus = open_corpus([pages], settings)
    with open_workspace(settings.workspace) as workspace:
        for event in corpus.events:
            brief = compose_brief(corpus, event)
            remember_brief(workspace, brief, corpus, str(Path.cwd()), "2023-10-31T08:00:00+00:00")


async def draw(shot: Shot, settings: Settings) -> str:
    """Go to the event with most sources, press the keys: the screen after them."""
    app = BriefingApp([shot.corpus], settings)
    async with app.run_test(size=shot.size) as pilot:
        await settle(pilot)
        if not isinstance(app.screen, ReadingScreen):
            raise SystemExit(screen_text(app))
        reading(app).query_one("EventPane").focus()
        most = max(reading(app).corpus.events, key=lambda event: len(event.articles))
        while reading(app).event != most:
            await press(pilot, "j")
        await press(pilot, *shot.keys)
        return app.export_screenshot(title="briefing")


def main(folder: Path, names: list[str]) -> None:
    """Take all pictures, or those named."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        for shot in (shot for shot in SHOTS if not names or shot.name in names):
            svg = asyncio.run(take(shot, cache))
            (folder / f"{shot.name}.svg").write_text(svg, encoding="utf-8")
            sys.stdout.write(f"{folder / shot.name}.svg\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "screenshots", sys.argv[2:])
