"""Removing what writes that were cut short have left."""

import os
from pathlib import Path

from desktop.files import remove_unfinished
from desktop.journal.backup_names import backup_folder
from desktop.services.answer_images import IMAGES
from desktop.settings.folders import Folders


def clear_leftovers(folders: Folders) -> None:
    """Remove half-written files beside those they were to become, in all folders of ours."""
    for folder in (folders.data, folders.cache, folders.config):
        remove_unfinished(folder)
    for top in (
        folders.own_questions,
        folders.bin,
        folders.edits,
        folders.imports,
        backup_folder(folders.journal),
        folders.packs,
        folders.data / IMAGES,
        folders.mock_templates,
        folders.rescued,
    ):
        for folder_path, _, _ in os.walk(top):
            remove_unfinished(Path(folder_path))
