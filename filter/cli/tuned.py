"""What tuning found, as tables and sentences. Computes nothing but a day's messages from shares."""

from __future__ import annotations

import math
from collections.abc import Iterator

from rich.table import Table

from filter.cli.output import escaped
from filter.judge.policy import Policy
from filter.lab.metrics import Share
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, BAD, HAM, Costing, Proof, Scope, Tally, Tuned
from filter.lab.tune.margins import ROWS
from filter.lab.tune.nearest import SHOWN_LINES

WORSE = {"tag": "tagged or worse", "quarantine": "held or refused", "reject": "refused"}
"""What counts into an action's budget."""

MUCH_WORSE = 3
"""How many times its bound the one with a vote a sender has to be, to be worth a caution."""


def shown(tuned: Tuned) -> Iterator[str | Table]:
    """All of it, in the order in which it is read."""
    yield _mail(tuned)
    for scope in (tuned.site, *tuned.groups):
        yield from _scope(scope, tuned.confidence)
    if tuned.volume:
        yield _volumes(tuned)
    if tuned.costing:
        yield "\n".join(_costing(tuned.costing))
    if tuned.nearest:
        yield _nearest(tuned)


def _mail(tuned: Tuned) -> str:
    early, late = len(tuned.tuning), 0 if tuned.later is None else len(tuned.later)
    told = [f"Tuned on {early:,} messages, the earlier; checked on {late:,} later ones." if late else f"Tuned on {early:,} messages."]
    if tuned.repeated:
        told.append(f"{tuned.repeated:,} rows were left out: their message was there already.")
    if tuned.contradicted:
        told.append(f"{tuned.contradicted:,} messages were left out: their rows have labels that contradict each other.")
    if tuned.undated:
        told.append(f"{tuned.undated:,} messages have no date: their order is that of the rows.")
    if tuned.volume and not tuned.volume.stated:
        told.append(f"Ham a day: {tuned.volume.ham:,.1f}, counted over {tuned.volume.days:,.0f} days.")
    return " ".join(told)


def _scope(scope: Scope, confidence: float) -> Iterator[str | Table]:
    where = f"group {escaped(scope.name)}" if scope.name else "site"
    yield _thresholds(scope, where)
    yield _proofs(scope.proofs, confidence)
    if cautions := "\n".join((*_turned_off(scope), *_cautions(scope.proofs))):
        yield cautions
    yield _outcomes("on the mail tuned on", scope.current, scope.proposed)
    if scope.later_proposed:
        yield _outcomes("on later mail", scope.later_current, scope.later_proposed)
        if checked := "\n".join(_checked(check, f"{where}: " if scope.name else "") for check in scope.checks if check.kept):
            yield checked


def _thresholds(scope: Scope, where: str) -> Table:
    table = Table(f"{where}: log-odds, now -> proposed", *ACTIONS, show_edge=False)
    for row in ROWS:
        table.add_row(row, *(_moved(scope.before, scope.after, row, action) for action in ACTIONS))
    return table


def _moved(before: Policy, after: Policy, row: str, action: str) -> str:
    old, new = (getattr(getattr(policy, row), action) for policy in (before, after))
    return _line(new) if old == new else f"{_line(old)} -> {_line(new)}"


def _line(threshold: float) -> str:
    return f"{threshold:g}" if math.isfinite(threshold) else "never"


def percent(rate: float) -> str:
    """A rate for a reader, to three figures."""
    return f"{rate * 100:.3g} %"


def _proofs(proofs: tuple[Proof, ...], confidence: float) -> Table:
    bound = f"proven at {confidence * 100:g} %: at most"
    table = Table("ham that is", "budget", "ham", "allowed", "above", "rate", bound, "so", show_edge=False)
    for proof in proofs:
        budget = "-" if proof.budget is None else percent(proof.budget) + ("" if proof.named else " (not asked for)")
        cells = (budget, f"{proof.ham:,}", "-" if proof.allowed is None else f"{proof.allowed:,}", f"{proof.above:,}")
        proven = "-" if proof.bound is None or proof.off else percent(proof.bound)
        table.add_row(WORSE[proof.action], *cells, percent(proof.rate), proven, verdict(proof))
    return table


def verdict(proof: Proof) -> str:
    """What becomes of an action, and why, in a few words."""
    if proof.off:
        return "never, as now"
    if proof.inherited:
        return "the site's thresholds" if proof.budget is None else f"the site's thresholds: {_lacking(proof)}"
    if proof.refused:
        return f"never: {_lacking(proof)}"
    if proof.budget is None:
        return "no budget: nothing is proven"
    return "proven"


def _lacking(proof: Proof) -> str:
    more = proof.needed - proof.ham
    return f"{percent(proof.budget or 0)} needs {proof.needed:,} ham, {more:,} more; these prove {percent(proof.tightest)} at best"


def _turned_off(scope: Scope) -> Iterator[str]:
    """Actions that are taken now and would not be, for want of proof; with the budget that could be proven."""
    for proof in scope.proofs:
        if proof.refused and not proof.inherited:
            could = f"--budget {proof.action}={_rounded_up(proof.tightest)}" if proof.tightest < 1 else "no budget"
            yield f"Caution: mail is {WORSE[proof.action]} now, and would no longer be; these ham could prove {could}."


def _rounded_up(rate: float) -> str:
    """To two figures, so that it can still be proven."""
    step = 10.0 ** (math.floor(math.log10(rate)) - 1)
    return f"{math.ceil(rate / step) * step:.2g}"


def _cautions(proofs: tuple[Proof, ...]) -> Iterator[str]:
    """Where the bound leans on ham of one sender being independent."""
    for proof in proofs:
        senders = proof.senders
        if proof.off or proof.bound is None or senders is None or senders.bound <= MUCH_WORSE * proof.bound:
            continue
        loudest = (
            f"; {senders.of_loudest:,} of {proof.above:,} above came from {escaped(senders.loudest)}" if senders.of_loudest > 1 else ""
        )
        votes = f"with one vote a sender they prove {percent(senders.bound)}{loudest}"
        yield f"Caution: {WORSE[proof.action]}: the {proof.ham:,} ham are of {senders.count:,} senders and lists; {votes}."


def _outcomes(title: str, current: tuple[Tally, ...], proposed: tuple[Tally, ...]) -> Table:
    """A line for each label: false positives of ham, recall of bad mail, now and as proposed, with exact 95 % intervals."""
    heads = (f"{WORSE[action]}, {when}" for action in ACTIONS for when in ("now", "proposed"))
    table = Table(title, "mails", *heads, show_edge=False)
    for now, then in zip(current, proposed, strict=True):
        if now.total and now.label:
            shares = (_share(tally.share(action)) for action in ACTIONS for tally in (now, then))
            table.add_row(now.label, f"{now.total:,}", *shares)
    return table


def _share(share: Share) -> str:
    return f"{share.rate * 100:.3g} % [{share.low * 100:.3g}, {share.high * 100:.3g}]"


def _checked(check: Check, whose: str) -> str:
    says = {
        "kept": "later mail is within the budget of",
        "unproven": "later mail is above the budget, though it does not refute it:",
        "refuted": "LATER MAIL REFUTES the budget of",
    }[check.kept or "kept"]
    measured = f"{check.measured.count:,} of {check.measured.total:,} ham, {_share(check.measured)}"
    loudest = f"; {check.of_loudest:,} of these came from {escaped(check.loudest)}" if check.of_loudest > 1 else ""
    few = "; too few to prove it on their own" if check.too_few else ""
    why = " Has the model learnt the earlier mail? See docs/tuning.md." if check.kept == "refuted" else ""
    return f"{whose}{WORSE[check.action]}: {says} {percent(check.budget or 0)}: {measured}{few}{loudest}.{why}"


def _volumes(tuned: Tuned) -> Table:
    """Messages a day that get just this action, as all the mail has them: what was tuned on, and later mail."""
    site, whose = tuned.site, ", by earlier and later mail" if tuned.later else ""
    table = Table(f"a day{whose}, now -> proposed", "ham", "bad", "label unknown", "all", show_edge=False)
    for action in ACTIONS:
        sides = [_a_day(tuned, tallies, action) for tallies in (site.current + site.later_current, site.proposed + site.later_proposed)]
        cells = [f"{now:.3g} -> {then:.3g}" for now, then in zip(*(((*side, sum(side))) for side in sides), strict=True)]
        table.add_row(action, *cells)
    return table


def _a_day(tuned: Tuned, tallies: tuple[Tally, ...], action: str) -> tuple[float, float, float]:
    """Ham, bad and unknown messages a day."""
    found = []
    volume = tuned.volume
    for labels, a_day in (((HAM,), volume and volume.ham), (BAD, volume and volume.bad), (("",), volume and volume.unknown)):
        of_kind = [tally for tally in tallies if tally.label in labels]
        total = sum(tally.total for tally in of_kind)
        found.append((a_day or 0.0) * sum(tally.only(action) for tally in of_kind) / total if total else 0.0)
    return found[0], found[1], found[2]


def _costing(costing: Costing) -> Iterator[str]:
    for_what = "a day, as the mail tuned on has it" if costing.a_day else "for the mail tuned on"
    yield f"Cost {for_what}: {costing.current:,.2f} now, {costing.proposed:,.2f} proposed."
    if math.isinf(costing.line):
        yield "Of the lines that the budgets allow, holding nothing costs least."
        return
    yield f"It is least where mail is held from {costing.line:g} above the current tag thresholds on."
    for share, low, high in costing.flat:
        yield f"Less than {percent(share)} above it from {low:g} to {high:g}, a width of {high - low:.2f}."


def _nearest(tuned: Tuned) -> Table:
    heads = ("nearest to the line of", "by", "score", "label", "leading reason", "message")
    table = Table(*heads, show_edge=False)
    for action in SHOWN_LINES:
        for near in (one for one in tuned.nearest if one.action == action):
            told = (f"{near.distance:+.2f}", f"{near.score:.2f}", near.label or "-", escaped(near.why), escaped(near.path))
            table.add_row(action, *told)
    return table
