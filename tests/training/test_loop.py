from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.analysis.tagger import SpacyTagger, load_pipeline
from briefing.analysis.wordclasses import WordClasses
from briefing.model import Passage
from briefing.training.corpus import Sentence
from briefing.training.loop import Plan, average, batches, make_example, save, train

LEARNT = [
    Sentence("Odile left Oslo.", ((0, 5, "PER"), (11, 15, "LOC")), "en"),
    Sentence("The NWB met in Oslo.", ((4, 7, "ORG"), (15, 19, "LOC")), "en"),
] * 20
PLAN = Plan(epochs=6, batch_tokens=40, warmup=1, rate=0.01, width=16, depth=1)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> SpacyTagger:
    classes = WordClasses(tmp_path_factory.mktemp("classes"))
    return train([lambda: LEARNT] * 6, classes, PLAN, lambda _tagger, _number: None)


def test_a_name_ending_inside_a_token_grows_to_it(trained: SpacyTagger) -> None:
    sentence = Sentence("Oslo2024 slept", ((0, 4, "LOC"),), "en")
    example = make_example(trained.nlp, trained.word_classes, sentence)
    assert [e.text for e in example.reference.ents] == ["Oslo2024"]


def test_batches_hold_every_passage_once() -> None:
    assert [p for batch in batches(LEARNT, 9) for p in batch] == LEARNT


def test_what_is_learnt_survives_the_folder(trained: SpacyTagger, tmp_path: Path) -> None:
    passages = [Passage(sentence.text, "en") for sentence in LEARNT[:2]]
    before = trained.tag(passages)
    assert [(m.text, str(m.label)) for m in before[0]] == [("Odile", "PER"), ("Oslo", "LOC")]
    save(trained, PLAN, tmp_path, "test")
    loaded = load_pipeline(tmp_path)
    assert loaded.name.startswith("news_xx-test.")
    assert loaded.tag(passages) == before


def weights(tagger: SpacyTagger) -> list[bytes]:
    model = tagger.nlp.get_pipe("ner").model
    nodes = [node for node in model.walk() if node.param_names]
    return [n.get_param(p).tobytes() for n in nodes for p in n.param_names if n.has_param(p)]


def test_the_same_seed_learns_the_same(trained: SpacyTagger) -> None:
    again = train([lambda: LEARNT] * 6, trained.word_classes, PLAN, lambda _t, _n: None)
    assert weights(trained) == weights(again)


def test_training_goes_on_from_a_saved_model(trained: SpacyTagger, tmp_path: Path) -> None:
    save(trained, PLAN, tmp_path, "test")
    plan = replace(PLAN, rate=1e-9)
    further = train([lambda: LEARNT], trained.word_classes, plan, lambda _t, _n: None, tmp_path)
    passages = [Passage(sentence.text, "en") for sentence in LEARNT[:2]]
    assert further.tag(passages) == trained.tag(passages)


def test_the_mean_of_a_model_and_itself_is_that_model(trained: SpacyTagger, tmp_path: Path) -> None:
    save(trained, PLAN, tmp_path, "test")
    assert weights(average([tmp_path, tmp_path])) == weights(trained)
