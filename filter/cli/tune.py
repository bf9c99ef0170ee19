"""`sievert tune`: thresholds from verdicts on labelled mail, with what the mail proves of them; or what the shadow judge found live."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource
from rich.console import Console

from filter.assemble import build_policies
from filter.cli.applied import Edit, apply, edited
from filter.cli.drawn import drawing, writing
from filter.cli.output import EXIT_FINDING, config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.config.policy import Group
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.policy import Policies
from filter.store.runs import columns

if TYPE_CHECKING:  # SciPy, Matplotlib: loaded only where the command runs
    from filter.lab.tune.asked import Asked
    from filter.lab.tune.found import Tuned

_PATH = click.Path(path_type=Path)
_WITH_LIVE = frozenset({"live", "shape", "config_file"})
_MOST = 1e12


def _number(_context: click.Context, _option: click.Parameter, number: float | None) -> float | None:
    """BadParameter for what a range of click's lets through and nothing can be counted with: nan, inf, the astronomical."""
    if number is not None and not (math.isfinite(number) and number <= _MOST):
        raise click.BadParameter(f"{number} is no number that can be counted with; expected at most {_MOST:g}")
    return number


@click.command(
    epilog="""\b
Examples:
  sievert replay --out run.parquet --labels folders archives/
  sievert tune run.parquet --budget 0.001                         at most one ham in a thousand is tagged or worse
  sievert tune run.parquet --budget 3/day --budget quarantine=1/day --volume 20000
  sievert tune run.parquet --budget 0.001 --cost miss=10,alarm=200,review=2
  sievert tune run.parquet --budget 0.001 --config /etc/sievert.toml --apply
  sievert tune run.parquet --budget 0.001 --format jsonl | jq -r .policy
  sievert tune --live --config /etc/sievert.toml                  the judge in force beside the one in its shadow
""",
)
@click.argument("verdicts", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="VERDICTS...")
@click.option(
    "--budget",
    "budgets",
    multiple=True,
    metavar="[ACTION=]LIMIT",
    help="Ham that may be tagged or worse: a rate such as 0.001, or 3/day. quarantine=LIMIT and reject=LIMIT bound what is held or "
    "refused, and what is refused; without, each is a tenth of the milder action's, or the tightest that the ham proves.",
)
@click.option(
    "--confidence",
    type=click.FloatRange(0.5, 0.9999),
    default=0.95,
    show_default=True,
    callback=_number,
    help="With which a budget is proven.",
)
@click.option(
    "--cost",
    metavar="miss=N,alarm=N,review=N",
    help="Least cost, within the budgets if there are any: of bad mail delivered, ham held or refused, held mail looked at. With tag=N, of "
    "any tagged mail too; without, tagged bad mail is a miss.",
)
@click.option(
    "--verify-share",
    type=click.FloatRange(0, 0.9),
    default=0.3,
    show_default=True,
    callback=_number,
    help="Latest part that only checks.",
)
@click.option(
    "--volume",
    type=click.FloatRange(0, min_open=True),
    callback=_number,
    help="Ham that comes a day.  [default: counted by the rows' dates]",
)
@click.option("--plots", type=_PATH, metavar="FOLDER", help="Folder for pictures.")
@click.option("--report", type=_PATH, metavar="FILE", help="Where to write all of it as one HTML page.")
@click.option("--apply", "apply_it", is_flag=True, help="Change the thresholds in --config, after showing the difference.")
@click.option("--yes", is_flag=True, help="Change them without asking.")
@click.option("--live", is_flag=True, help="No VERDICTS: what the judge in the shadow would have done to the mail that came.")
@format_option
@config_option
def tune(
    *,
    verdicts: tuple[Path, ...],
    budgets: tuple[str, ...],
    confidence: float,
    cost: str | None,
    verify_share: float,
    volume: float | None,
    plots: Path | None,
    report: Path | None,
    apply_it: bool,
    yes: bool,
    live: bool,
    shape: str,
    config_file: Path | None,
) -> None:
    """The lowest thresholds whose false positives are proven to stay within a budget, from labelled VERDICTS of `sievert replay --out`.

    A budget bounds all ham that an action or a stronger one is taken on, by whichever row of the policy asks for it; the rows keep the
    distances that their tag thresholds have, and what is inf stays inf. What the ham cannot prove is not claimed: that action becomes inf,
    and how much more ham it takes is said. The latest mail is kept apart to check the thresholds. Exit status 1: a budget that was asked
    for is not proven, or later mail refutes one. docs/tuning.md has the whole way.
    """
    if live:
        _live(config_file, shape)
        return
    if not verdicts or not (budgets or cost):
        lacking = "VERDICTS, the files that sievert replay --out wrote" if not verdicts else "--budget, such as --budget 0.001, or --cost"
        raise UsageError(f"nothing to tune: give {lacking}")
    file = _to_change(config_file, apply_it, yes)
    asked = _asked(budgets, cost, confidence, verify_share, volume)
    shows = (*drawing(plots), *writing(report, (*verdicts, *filter(None, [config_file]))))
    config = load(config_file)
    tuned = _tuned(verdicts, config, asked)
    policy = _show(tuned, config.policy.group, shape)
    for show in shows:
        show(tuned, policy)
    applied = file is None or _apply(tuned, build_policies(config), edited(file, tuned), asks=not yes)
    if tuned.refused or tuned.refuted or not applied:
        raise click.exceptions.Exit(EXIT_FINDING)


def _live(config_file: Path | None, shape: str) -> None:
    """What the shadow found, which has no rows and no thresholds to ask for."""
    context = click.get_current_context()
    for option in context.command.params:
        name = option.name or ""
        if name not in _WITH_LIVE and context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            raise UsageError(f"{option.human_readable_name if name == 'verdicts' else option.opts[0]} does not go with --live")
    from filter.cli.live import show  # noqa: PLC0415  (the database: loaded only here)

    show(load(config_file), shape)


def _to_change(config_file: Path | None, apply_it: bool, yes: bool) -> Path | None:
    """The file that --apply changes, None without it; whether that can be asked, before minutes of work."""
    if not apply_it:
        if yes:
            raise UsageError("--yes goes with --apply")
        return None
    if config_file is None:
        raise UsageError("--apply changes a configuration: say which with --config FILE")
    if not yes and not sys.stdin.isatty():
        raise UsageError("--apply asks before it changes anything, and nobody is there to answer: give --yes")
    return config_file


def _asked(budgets: Sequence[str], cost: str | None, confidence: float, verify_share: float, volume: float | None) -> Asked:
    try:
        from filter.lab.tune import asked, proposal, written  # noqa: F401, PLC0415  (SciPy and tomlkit: had now, or said now)
    except ImportError as error:
        raise UsageError(f"tune needs {error.name} (pip install 'sievert[tune]')") from None
    return asked.Asked(asked.budgets(budgets), asked.costs(cost) if cost else None, confidence, verify_share, volume)


def _tuned(verdicts: tuple[Path, ...], config: Config, asked: Asked) -> Tuned:
    from filter.lab.tune.proposal import tune as propose  # noqa: PLC0415  (SciPy: loaded only here)

    with Console(stderr=True).status(f"reading {len(verdicts)} file(s)"):
        tuned = propose(columns(verdicts), build_policies(config), asked, verdicts)
    _same_judge(tuned, config)
    return tuned


def _same_judge(tuned: Tuned, config: Config) -> None:
    """Says where the verdicts are not of the judge whose thresholds they are to be."""
    from filter.lab.bench import bench  # noqa: PLC0415  (a model: loaded only here)

    makes = bench(config).makes
    if (tuned.model, tuned.rulebook) != (makes.model, makes.rulebook):
        theirs, ours = f"model {tuned.model}, rulebook {tuned.rulebook}", f"model {makes.model}, rulebook {makes.rulebook}"
        click.echo(f"sievert: caution: the verdicts are of {escaped(theirs)}; the configuration judges with {ours}", err=True)


def _show(tuned: Tuned, groups: tuple[Group, ...], shape: str) -> str:
    """Prints all of it; gives the [policy] back as TOML."""
    from filter.lab.tune.written import block  # noqa: PLC0415  (tomlkit: loaded only here)

    policy = block(tuned, groups)
    if shape == "jsonl":
        from filter.cli.tunedjson import document  # noqa: PLC0415  (SciPy: loaded only here)

        json_line(document(tuned, policy))
        return policy
    from filter.cli.tuned import shown  # noqa: PLC0415  (SciPy: loaded only here)

    for part in shown(tuned):
        console().print(part, "")
    click.echo(policy, nl=False)
    return policy


def _apply(tuned: Tuned, policies: Policies, edit: Edit, *, asks: bool) -> bool:
    """The change, after its difference was shown and agreed to (Abort: it was not); whether the findings allow it. On standard error: the
    findings themselves are on standard output."""
    if why := _against(tuned):
        click.echo(f"sievert: {escaped(str(edit.file))} is as it was: {why}", err=True)
        return False
    if not edit.difference:
        click.echo(f"sievert: {escaped(str(edit.file))} has these thresholds already", err=True)
        return True
    click.echo("\n".join(map(escaped, edit.difference.splitlines())), err=True)
    if asks and not click.confirm("Change it?", err=True):
        click.echo("Nothing was changed.", err=True)
        raise click.Abort
    groups = tuple((members, group.after) for (members, _), group in zip(policies.groups, tuned.groups, strict=True))
    apply(edit, replace(policies, site=tuned.site.after, groups=groups))
    click.echo(f"{escaped(str(edit.file))} is changed; a relay takes it up on SIGHUP.", err=True)
    return True


def _against(tuned: Tuned) -> str:
    """What speaks against changing anything; "" nothing does."""
    if tuned.refused:
        return "a budget that was asked for is not proven"
    if tuned.refuted:
        whose = dict.fromkeys(f"group {escaped(name)}" if name else "the site" for name, _ in tuned.refuted)
        return f"later mail refutes a budget of {' and '.join(whose)}"
    return ""
