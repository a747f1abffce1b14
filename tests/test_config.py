"""Settings: which source wins, and what is said of a source that cannot be understood."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.config import Settings, load_settings, split_models
from briefing.errors import ConfigError


def write_config(folder: Path, text: str) -> dict[str, str]:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return {"BRIEFING_CONFIG": str(path)}


def test_without_any_source_the_defaults_hold() -> None:
    assert load_settings(environ={}) == Settings()


def test_later_sources_win(tmp_path: Path) -> None:
    environ = write_config(tmp_path, 'theme = "nord"\ntagger = "alpha"\ncache = "off"\n')
    assert load_settings(environ=environ) == Settings(theme="nord", tagger="alpha", cache="off")

    environ |= {"BRIEFING_TAGGER": "beta", "BRIEFING_THEME": "gruvbox"}
    assert load_settings({"theme": "dracula"}, environ) == Settings(
        theme="dracula", tagger="beta", cache="off"
    )


def test_an_option_that_is_not_given_does_not_win(tmp_path: Path) -> None:
    environ = write_config(tmp_path, 'tagger = "alpha"')
    assert load_settings({"tagger": None}, environ).tagger == "alpha"


def test_paths_in_the_file_stand_beside_it(tmp_path: Path) -> None:
    environ = write_config(tmp_path, 'corpus = ["pages", "/srv/more"]\ncache = "kept"')
    settings = load_settings(environ=environ)
    assert settings.corpus == (str(tmp_path / "pages"), "/srv/more")
    assert settings.cache == str(tmp_path / "kept")


def test_the_environment_separates_paths_as_the_system_does() -> None:
    environ = {"BRIEFING_CORPUS": os.pathsep.join(["a", "b c"])}
    assert load_settings(environ=environ).corpus == ("a", "b c")


def test_the_users_own_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing" / "config.toml").write_text('theme = "nord"', encoding="utf-8")
    assert load_settings(environ={}).theme == "nord"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("themes = 1", "unknown setting 'themes'"),
        ("theme = 1", "theme: Expected str | null, got int"),
        ('corpus = "pages"', "corpus: Expected array, got str"),
        ("corpus = [1]", "corpus: Expected str, got int at [0]"),
        ("theme = ", "not valid TOML"),
    ],
)
def test_a_file_that_cannot_be_understood_is_named_with_its_key(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(environ=write_config(tmp_path, text))
    assert "config.toml" in caught.value.message
    assert said in caught.value.message


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_settings(environ={"BRIEFING_CONFIG": str(tmp_path / "absent.toml")})


def test_an_unknown_variable_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"BRIEFING_TEHME.*BRIEFING_THEME"):
        load_settings(environ={"BRIEFING_TEHME": "nord"})


def test_models_are_joined_by_language_and_later_sources_win(tmp_path: Path) -> None:
    environ = write_config(tmp_path, '[models]\nen = "en_a"\nfr = "fr_a"\nde = "de_a"\n')
    environ["BRIEFING_MODELS"] = os.pathsep.join(["fr=fr_b", "it = it_b"])
    settings = load_settings({"models": {"de": "shipped", "PT": "pt_c"}}, environ)
    assert settings.models == {"en": "en_a", "fr": "fr_b", "it": "it_b", "pt": "pt_c"}
    assert list(settings.models) == sorted(settings.models)
    assert load_settings({"models": None}, {}).models == {}


def test_a_pipelines_folder_stands_beside_the_file_that_names_it(tmp_path: Path) -> None:
    environ = write_config(tmp_path, '[models]\nen = "./own"\nfr = "/srv/own"\nde = "de_a"\n')
    assert load_settings(environ=environ).models == {
        "en": str(tmp_path / "own"),
        "fr": "/srv/own",
        "de": "de_a",
    }
    assert load_settings({"models": {"en": "./own"}}, {}).models == {"en": "./own"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("models = 1", "models: Expected object, got int"),
        ("[models]\nen = 1", "models: Expected str, got int"),
        ('[models]\neng = "a"', "models: no language has the code 'eng'"),
        ('[models]\nxx = "a"', "models: no language has the code 'xx'"),
        ('[models]\nen = " "', "models: no pipeline is named for 'en'"),
    ],
)
def test_a_model_that_cannot_be_understood_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(environ=write_config(tmp_path, text))
    assert said in caught.value.message


@pytest.mark.parametrize("entry", ["en", "=a", "en=", " = ", "a b"])
def test_an_entry_that_names_no_language_or_pipeline_is_an_error(entry: str) -> None:
    with pytest.raises(ConfigError, match=r"names no entity model.*LANGUAGE=PIPELINE") as caught:
        load_settings(environ={"BRIEFING_MODELS": entry})
    assert caught.value.message.startswith("the environment: BRIEFING_MODELS: ")
    assert split_models(["en=a=b"], "here") == {"en": "a=b"}
