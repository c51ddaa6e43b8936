from pathlib import Path

import pytest

from desktop.settings.settings import SETTINGS, Settings


def test_the_defaults_hold_without_a_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    assert settings.get_text("theme") == "system"
    assert settings.get_int("text_size") == 16
    assert settings.get_bool("clock_hidden") is False
    assert not (tmp_path / "settings.toml").exists()


def test_every_setting_accepts_its_default_and_says_what_it_does() -> None:
    for setting in SETTINGS:
        assert setting.accepts(setting.default)
        assert setting.sentence.endswith(".")


def test_a_change_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    settings = Settings(path)
    settings.set("theme", "dark")
    settings.set("text_size", 18)
    settings.save()
    again = Settings(path)
    assert again.get_text("theme") == "dark"
    assert again.get_int("text_size") == 18
    assert again.problems == ()


def test_a_value_outside_the_declared_ones_is_refused(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    with pytest.raises(ValueError, match="system, light, dark"):
        settings.set("theme", "purple")
    with pytest.raises(ValueError, match="10 to 32"):
        settings.set("text_size", 99)


def test_a_wrong_value_in_the_file_is_named_and_the_default_used(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\ntext_size = "large"\n')
    settings = Settings(path)
    assert settings.get_text("theme") == "dark"
    assert settings.get_int("text_size") == 16
    assert settings.problems == (
        "text_size in settings.toml must be a whole number from 10 to 32.",
    )


def test_unknown_keys_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('from_a_newer_version = "kept"\n')
    settings = Settings(path)
    settings.set("theme", "light")
    settings.save()
    assert 'from_a_newer_version = "kept"' in path.read_text()


@pytest.mark.parametrize(
    "text", ["theme = = dark\n", f"theme = {'9' * 5_000}\n", f"theme = {'[' * 5_000}\n"]
)
def test_a_broken_file_is_kept_and_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    settings = Settings(path)
    assert settings.get_text("theme") == "system"
    assert "settings.toml.broken" in settings.problems[0]
    assert (tmp_path / "settings.toml.broken").read_text() == text
