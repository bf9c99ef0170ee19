"""Whether a mail says that a machine wrote it, read in one way for the signals and for what is remembered. Pure.

Any sender can say so. Such mail is read and judged as any; only rules that its usual words would mislead are silent.
"""

from __future__ import annotations

from filter.judge.mail import Message

_ANSWERS_BY_ITSELF = frozenset({"x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply"})
_FROM_MACHINES = frozenset({"auto_reply", "bulk", "junk"})


def value(message: Message, name: str) -> str:
    """A header's value in lower case without its parameters; "" where it is missing."""
    return message.header(name).partition(";")[0].strip().lower()


def answer(message: Message) -> tuple[str, str] | None:
    """The header that says a machine answered, as name and value (RFC 3834 5, and what came before it)."""
    if value(message, "auto-submitted").startswith("auto-replied"):
        return "auto-submitted", "auto-replied"
    if value(message, "precedence") == "auto_reply":
        return "precedence", "auto_reply"
    return next(((name, said) for name, said in message.headers if name in _ANSWERS_BY_ITSELF), None)


def returns(message: Message) -> str:
    """What says that this is a bounce or another report (RFC 5321 4.5.5, RFC 6522); "" where nothing does."""
    if value(message, "return-path") == "<>":
        return "header Return-Path: <>"
    return "content type is multipart/report" if value(message, "content-type") == "multipart/report" else ""


def automatic(message: Message) -> bool:
    """Whether it says that no person wrote it: an answer, a bounce, anything submitted by itself or sent to many."""
    return (
        value(message, "auto-submitted") not in ("", "no")
        or value(message, "precedence") in _FROM_MACHINES
        or answer(message) is not None
        or bool(returns(message))
    )
