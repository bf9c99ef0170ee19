"""Whether thresholds tuned on earlier mail keep their budget on later mail: trec07p in its order of arrival.

    sievert replay --out trec.parquet --labels labels.csv --config try.toml trec.mbox     the stream as one mbox, in its order
    python benchmarks/tuning.py trec.parquet --config try.toml                            (needs the extra `tune`)

Tuned at a budget on the first rows, all of them; then the tuned thresholds meet the rows from another place on. `try.toml` names the model
that judged; one that learnt part of the stream is surer of that part than it will be of any new mail.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from filter.assemble import build_policies
from filter.config.file import load
from filter.judge.policy import Action, Policies, decide
from filter.lab.metrics import Share
from filter.lab.tune.asked import Asked, budgets
from filter.lab.tune.proposal import tune
from filter.store import runs


def main() -> None:
    """Read the arguments, tune, print a line for each label of the later rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, help="rows with labels, in the order of arrival")
    parser.add_argument("--config", type=Path, help="the configuration that they were judged by")
    parser.add_argument("--budget", default="0.001", help="of ham that is tagged or worse (default: 0.001)")
    parser.add_argument("--first", type=int, default=30_000, help="rows tuned on (default: 30000)")
    parser.add_argument("--later", type=int, default=40_000, help="rows before the later ones (default: 40000)")
    arguments = parser.parse_args()
    rows = tuple(runs.read(arguments.run))
    early = arguments.run.with_name(f"{arguments.run.stem}-first.jsonl")
    runs.write(early, rows[: arguments.first])
    try:
        asked = Asked(budgets([arguments.budget]), None, 0.95, 0.0)
        policies: Policies = build_policies(load(arguments.config))
        found = tune(runs.columns([early]), policies, asked, [early])
    finally:
        early.unlink()
    policy = found.site.after
    print(f"tag: overall {policy.overall.tag:g}, spam {policy.spam.tag:g}, bec {policy.bec.tag:g}; {found.site.proofs[0].ham:,} ham")
    for label in ("ham", "spam"):
        later = [row for row in rows[arguments.later :] if row.label == label]
        acted = Share(sum(decide(row.verdict, policy).action is not Action.DELIVER for row in later), len(later))
        print(f"later {label}, tagged or worse: {acted.count:,} of {acted.total:,}, {acted}")


if __name__ == "__main__":
    main()
