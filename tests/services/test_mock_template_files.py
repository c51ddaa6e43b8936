from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import AppError
from desktop.domain.mock_template import MockTemplate, TemplateSlot
from desktop.services.mock_template_files import (
    MockTemplateFiles,
    read_template,
    write_template,
)

DRILL = MockTemplate("Friday drill", (TemplateSlot('category:"Deep learning"', 2, 12.5),), 1, 2)


@pytest.fixture
def files(tmp_path: Path) -> MockTemplateFiles:
    return MockTemplateFiles(tmp_path / "mock-templates")


def test_a_saved_template_is_there_and_a_new_one_of_its_name_takes_its_place(
    files: MockTemplateFiles,
) -> None:
    assert files.all() == ((), ())
    files.save(DRILL)
    files.save(MockTemplate("Another", DRILL.slots))
    changed = MockTemplate("Friday drill", (TemplateSlot("", 1, 5),))
    files.save(changed)
    names = [template.name for template in files.all()[0]]
    assert names == ["Another", "Friday drill"]
    assert files.all()[0][1] == changed
    files.delete("Friday drill")
    assert len(files.all()[0]) == 1


def test_names_that_make_the_same_file_name_stand_beside_each_other(
    files: MockTemplateFiles,
) -> None:
    for name in ("../Drill", "drill", "…"):
        files.save(MockTemplate(name, DRILL.slots))
    assert {template.name for template in files.all()[0]} == {"../Drill", "drill", "…"}


@pytest.mark.parametrize("text", ["name = ", f"name = {'9' * 5_000}", f"name = {'[' * 5_000}"])
def test_a_broken_file_is_told_and_hides_no_other(
    files: MockTemplateFiles, tmp_path: Path, text: str
) -> None:
    files.save(DRILL)
    (tmp_path / "mock-templates" / "broken.toml").write_text(text)
    templates, problems = files.all()
    assert templates == (DRILL,)
    assert problems[0].startswith("broken.toml is not a template of a mock run")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("slots = [{}]", "no name"),
        ('name = "x"', r"needs 1 to 20 \[\[slots\]\]"),
        ('name = "x"\nslots = [1]', "a slot is not a table"),
        ('name = "x"\n[[slots]]\ncount = 0', "count is a number from 1 to 50"),
        ('name = "x"\n[[slots]]\nminutes = true', "minutes is a number"),
        ('name = "x"\n[[slots]]\nquery = 3', "query"),
        ('name = "x"\nfollow_ups = 100\n[[slots]]', "follow_ups is a number from 0 to 9"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text)
    with pytest.raises(AppError, match=reason):
        read_template(path)


def test_a_folder_or_a_large_file_is_no_template(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_text('name = "x"\n' + "# long\n" * 20_000)
    for path in (tmp_path, large, tmp_path / "none.toml"):
        with pytest.raises(AppError, match="not a small file"):
            read_template(path)


@given(
    st.builds(
        MockTemplate,
        st.text(min_size=1, max_size=40)
        .map(lambda name: " ".join(name.split()))
        .filter(lambda name: name and name.isprintable()),
        st.lists(
            st.builds(
                TemplateSlot,
                st.text(max_size=40).filter(lambda text: text.isprintable()),
                st.integers(1, 50),
                st.floats(0.5, 600),
            ),
            min_size=1,
            max_size=5,
        ).map(tuple),
        st.integers(0, 9),
        st.floats(0, 600),
    )
)
def test_a_written_template_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, template: MockTemplate
) -> None:
    path = tmp_path_factory.mktemp("template") / "one.toml"
    write_template(path, template)
    assert read_template(path) == template
