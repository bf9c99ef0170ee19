"""`sievert tune --plots` and `--report`: whether they can be made, said before the rows are read; what makes them, for after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filter.errors import UsageError

if TYPE_CHECKING:  # SciPy: loaded only where the command runs
    from filter.lab.tune.found import Tuned

Makes = Callable[["Tuned", str], object]
"""Makes it of what was found and the [policy] as TOML."""

_PAGE = b"<!doctype html>"


def drawing(folder: Path | None) -> tuple[Makes, ...]:
    """What draws the pictures, where that is asked for."""
    if folder is None:
        return ()
    try:
        from filter.lab.tune.pictures import draw  # noqa: PLC0415  (Matplotlib: loaded only to draw)

        folder.mkdir(parents=True, exist_ok=True)
    except ImportError as error:
        raise UsageError(f"--plots needs {error.name} (pip install 'sievert[tune]')") from None
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}") from None
    return (lambda tuned, _: draw(folder, tuned),)


def writing(file: Path | None, inputs: Sequence[Path]) -> tuple[Makes, ...]:
    """What writes the report, where that is asked for; over none of the inputs, and over nothing but a page."""
    if file is None:
        return ()
    from filter.lab.report import write  # noqa: PLC0415  (with the report's own needs)

    if file.is_dir():
        raise UsageError(f"{file} is a folder; --report names a file")
    if not file.parent.is_dir():
        raise UsageError(f"{file}: there is no folder {file.parent}")
    _spared(file, inputs)
    return (lambda tuned, policy: write(file, tuned, policy),)


def _spared(file: Path, inputs: Sequence[Path]) -> None:
    """UsageError where the report would take the place of something else."""
    if not file.is_file():
        return
    if same := next((one for one in inputs if one.exists() and file.samefile(one)), None):
        raise UsageError(f"--report {file} would overwrite {same}, which is read: name another file")
    with file.open("rb") as stream:
        start = stream.read(len(_PAGE))
    if start and start.lower() != _PAGE:
        raise UsageError(f"--report {file} would overwrite a file that is no report: name another file, or remove it first")
