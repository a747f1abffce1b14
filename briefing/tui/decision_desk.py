"""What the reader decided about names and events: made, listed, taken back.

Invariant: a decision is in the workspace before the corpus is grouped anew; the last one is taken
back first, whatever it is about, and any one can be from the list.
"""

from __future__ import annotations

from textual.content import Content

from briefing.decided import DecisionLine, decision_lines
from briefing.escaping import one_line
from briefing.model import Citation
from briefing.store.decisions import About, Decided
from briefing.tui.correcting import NameDecision, Subject
from briefing.tui.dialogs import ChoiceScreen
from briefing.tui.messages import GroupingCorrected
from briefing.tui.name_corrector import NameCorrector
from briefing.tui.span_desk import SpanDesk


class DecisionDesk(SpanDesk):
    """A bench on which names are corrected and decisions taken back."""

    def action_correct(self) -> None:
        """Correct the chosen name."""
        pane, followed = self.rooms.pane, self.rooms.row.followed
        place = pane.chosen_name if self._is_at_source() else None
        entity = followed.entity if followed else None
        if place:
            entity = self._catalogue.entities.get(place)
        if place is None and entity is None:
            self._tell("Choose a name first: m in a source, a click, or p for the list.")
            return
        corrector = NameCorrector(self.app, self._catalogue, self.decide_name)
        corrector.ask(Subject(entity, place), can_undo=self.can_undo())

    def can_undo(self) -> bool:
        """Whether there is a decision about these pages to take back."""
        hashes = {d.article.sha256 for d in self._catalogue.corpus.documents}
        return any(d.hashes & hashes for d in self._ask(lambda w: w.decisions()))

    def decide_name(self, decision: NameDecision, card: Citation | None = None) -> None:
        """Keep what was decided about a name and group anew."""
        if not decision.corrections:
            self.action_undo()
            return
        self._ask(lambda w: w.correct_names(decision.corrections))
        self._regroup(f"Kept: {decision.words}. Key u takes it back.", card)

    def action_undo(self) -> None:
        """Take back the last decision about these pages."""
        hashes = [d.article.sha256 for d in self._catalogue.corpus.documents]
        undone = self._ask(lambda w: w.undo_correction(hashes))
        if undone is None:
            self._tell("There is no decision about these pages to take back.")
            return
        self._show_undone(undone)

    def _show_undone(self, undone: Decided) -> None:
        lines = decision_lines((undone,), self._catalogue.corpus)
        words = f"Taken back: {one_line(lines[-1].words)}" if lines else "Taken back."
        if undone.about is About.SPANS:
            self._load_spans()
            self._tell(words)
        else:
            self._regroup(words)

    def action_decisions(self) -> None:
        """List what was decided about events and names of these pages; take one back."""
        decided = {str(d.number): d for d in self._ask(lambda w: w.decisions())}
        lines = decision_lines(decided.values(), self._catalogue.corpus)
        offers = [_offer(line) for line in reversed(lines) if line.about is not About.SPANS]

        def choose(chosen: str | None) -> None:
            if chosen:
                undone = decided[chosen.partition(" ")[0]]
                self._ask(lambda w: w.undo(undone.number))
                self._show_undone(undone)

        if offers:
            keyed = [(f"{key} {n}", shown) for n, (key, shown) in enumerate(offers)]
            self.app.push_screen(ChoiceScreen("Decisions", keyed, "takes it back"), choose)
        else:
            self._tell("Nothing was decided about these pages: C corrects names, R events.")

    def _regroup(self, words: str, card: Citation | None = None) -> None:
        self.keep_place()
        self.post_message(GroupingCorrected(words, card))


def _offer(line: DecisionLine) -> tuple[str, Content]:
    state = "dormant: its places are not in these pages now" if line.is_dormant else "in force"
    told = f"\n{line.about.value} · {state}"
    return str(line.number), Content.assemble(
        (one_line(line.words), "bold"), (told, ".list--quiet")
    )
