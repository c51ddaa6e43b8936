"""From the wish for a mock run to its first question."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desktop.domain.mock_template import MockPlan, MockTemplate
    from desktop.services.mock_template_files import MockTemplateFiles
    from desktop.services.plan_mock import PlanMock
    from desktop.ui.mock_setup import MockSetup, Wish

PATTERN = "Templates (*.toml)"
TEMPLATE_KEY = "mock/template"
SCOPES = (
    ("All questions", ""),
    ("Questions not answered yet", "-status:attempted"),
    ("Starred questions", "is:starred"),
    ("Weak questions", "status:weak"),
    ("Questions that are due", "status:due"),
)
SEEDS = 1_000_000


class MockSetupFlow(QObject):
    """Opens the set-up, keeps templates, draws the questions."""

    planned = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        plan: "Callable[[], PlanMock]",
        files: "Callable[[], MockTemplateFiles]",
        find_query: Callable[[], str],
        runner: TaskRunner,
        appearance: Appearance,
        dialogs: Dialogs,
        memory: WindowMemory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._plan = plan
        self._files = files
        self._find_query = find_query
        self._runner = runner
        self._appearance = appearance
        self._dialogs = dialogs
        self._memory = memory
        self._dialog: MockSetup | None = None

    def begin(self) -> None:
        """Open the set-up with the template used last."""
        from desktop.ui.mock_setup import MockSetup  # noqa: PLC0415 - when it is asked for

        query = self._find_query().strip()
        listed = ((f"What the list shows: {query}", query),) if query else ()
        dialog = MockSetup(self._appearance.icons, (*SCOPES, *listed), self._window)
        dialog.begin_requested.connect(self._draw)
        dialog.save_requested.connect(self._save)
        dialog.delete_requested.connect(self._delete)
        dialog.share_requested.connect(self._share)
        dialog.open_requested.connect(self._open)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._show_templates(self._memory.text(TEMPLATE_KEY))
        dialog.open()

    def _show_templates(self, chosen: str) -> None:
        from desktop.domain.mock_templates import TEMPLATES  # noqa: PLC0415 - as above

        own, problems = self._files().all()
        if self._dialog is not None:
            self._dialog.show_templates(own, TEMPLATES, chosen)
            self._dialog.show_fault(" ".join(problems))

    def _draw(self, wish: "Wish") -> None:
        self._memory.keep(TEMPLATE_KEY, wish.template.name)
        seed = wish.seed or str(SystemRandom().randrange(SEEDS))
        plan = self._plan
        work = partial(_draw, plan, wish, seed)
        self._runner.run("mock plan", work, self._begin, self._refuse)

    def _begin(self, plan: "MockPlan") -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self.planned.emit(plan)

    def _refuse(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(str(error))

    def _save(self, template: "MockTemplate") -> None:
        name = self._dialogs.ask_name("Save template", "Name of the template", template.name)
        if name and name.strip():
            named = replace(template, name=" ".join(name.split()))
            self._keep(partial(self._files().save, named), named.name)

    def _delete(self, name: str) -> None:
        if self._dialogs.confirm(
            f"Delete the template {name}?", "Runs made with it are kept.", "Delete"
        ):
            self._keep(partial(self._files().delete, name), "")

    def _share(self, template: "MockTemplate") -> None:
        from desktop.services.mock_template_files import (  # noqa: PLC0415 - when it is asked for
            write_template,
        )

        proposal = Path.home() / f"{template.name}.toml"
        path = self._dialogs.choose_new_file("Write the template to a file", proposal, PATTERN)
        if path is not None:
            self._keep(partial(write_template, path, template), template.name)

    def _open(self) -> None:
        from desktop.services.mock_template_files import (  # noqa: PLC0415 - when it is asked for
            read_template,
        )

        path = self._dialogs.choose_file("Take a template from a file", PATTERN)
        if path is None:
            return
        try:
            template = read_template(path)
        except AppError as error:
            self._refuse(error)
            return
        self._keep(partial(self._files().save, template), template.name)

    def _keep(self, write: Callable[[], None], chosen: str) -> None:
        """Write a small file and show the templates again."""
        try:
            write()
        except AppError as error:
            self._refuse(error)
        else:
            self._show_templates(chosen)

    def _forget(self) -> None:
        self._dialog = None


def _draw(plan: "Callable[[], PlanMock]", wish: "Wish", seed: str) -> "MockPlan":
    return plan().plan(wish.template, seed, wish.scope)
