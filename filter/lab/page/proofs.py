"""Proofs in words: what the ham proves of an action's line, what it does not, and how one sender's mail weighs on it."""

from __future__ import annotations

import math

from filter.lab.page.elements import Markup, element, paragraph, table
from filter.lab.tune.found import Proof, Tuned
from filter.lab.tune.series import percent


def sentence(proof: Proof, confidence: float) -> str:
    """What an auditor needs to know of one action."""
    name = proof.action.capitalize()
    if proof.off:
        return f"{name}: never taken now, so no line was sought."
    if proof.refused:
        return (
            f"{name}: its budget ({_budget(proof)}) cannot be proven with {proof.ham:,} wanted messages, however high the line; that takes "
            f"{proof.needed:,}. The lowest that so many can prove is {percent(proof.tightest)}. So it would not be taken any more."
        )
    if not math.isfinite(proof.line):
        return f"{name}: never."
    told = f"{name}: {proof.above:,} of {proof.ham:,} wanted messages {'is' if proof.above == 1 else 'are'} at or above the line"
    if proof.bound is None:
        return f"{told}; nothing is proven of it."
    return f"{told}; with {percent(confidence)} confidence at most {percent(proof.bound)} of such mail is (budget: {_budget(proof)})."


def _budget(proof: Proof) -> str:
    if proof.budget is None:
        return "none"
    return percent(proof.budget) if proof.named else f"{percent(proof.budget)}, not asked for by name"


def per_action(name: str, proofs: tuple[Proof, ...]) -> Markup:
    """A row for each action."""
    heads = ("action", "line (margin)", "budget", "ham", "allowed above", "above", "rate", "bound", "ham needed")
    return table(f"Proof for {name}", heads, map(_row, proofs))


def _row(proof: Proof) -> tuple[str, ...]:
    if proof.off:
        return proof.action, "never taken now", *[""] * 7
    line = f"{proof.line:+.2f}".replace("-", "\N{MINUS SIGN}") if math.isfinite(proof.line) else "never"
    return (
        proof.action,
        f"{line}, the site's" if proof.inherited else line,
        _budget(proof),
        f"{proof.ham:,}",
        "cannot be proven" if proof.refused else "" if proof.allowed is None else f"{proof.allowed:,}",
        f"{proof.above:,}",
        percent(proof.rate),
        "nothing is proven" if proof.bound is None else f"at most {percent(proof.bound)}",
        f"{proof.needed:,}" if proof.budget is not None else "",
    )


def votes(proofs: tuple[Proof, ...]) -> Markup:
    """The same with one vote a sender: whether a few senders carry the proof, or the false positives."""
    rows = [
        (
            proof.action,
            f"{one.count:,}",
            f"{one.votes:.3g}",
            f"at most {percent(one.bound)}",
            element("bdi", f"{one.loudest} ({one.of_loudest:,})") if one.of_loudest else "none",
        )
        for proof in proofs
        if (one := proof.senders) is not None
    ]
    if not rows:
        return Markup("")
    told = paragraph(
        "Mail of one sender or list is much alike, so a thousand of its messages prove less than a thousand senders' do. Here each sender "
        "has one vote, shared among its messages. Where this bound is far above the other, few senders carry the proof."
    )
    return Markup(
        told + table("Proof with one vote a sender", ("action", "senders", "votes above", "bound", "most ham above is from"), rows)
    )


def limits(tuned: Tuned) -> Markup:
    """What no figure on the page promises."""
    told = (
        "The bounds speak of mail like the mail tuned on. With new senders, another newsletter, another model or other rules: tune again.",
        "They take each message as drawn on its own. Where one sender wrote many, read the bound with one vote a sender.",
        f"A confidence of {percent(tuned.confidence)}: of such bounds {percent(1 - tuned.confidence)} are wrong, each on its own.",
        "A bound limits the rate over many messages. It does not say that no important one is among them.",
        "Recall is of the bad mail that is known. What nobody recognised is not in it.",
        "Bounds beside the slider hold for one line that was named before looking. The best of many that were tried is not proven by them.",
        "Intervals of recall are 95 % each, whatever confidence the lines have; of twenty such intervals one misses.",
    )
    return element("section", element("h2", "What this does not promise"), element("ul", (element("li", one) for one in told)))
