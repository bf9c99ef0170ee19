"""From the configuration to the check it asks for. The libraries that the check needs are loaded here, and only if it does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from filter.config.authentication import AuthenticationSection
from filter.errors import ConfigError
from filter.judge.authresults import AuthResults
from filter.judge.mail import Envelope

Check = Callable[[bytes, Envelope], Awaitable[AuthResults | None]]
"""Checks a mail's content and envelope; never raises."""


def checker(settings: AuthenticationSection) -> Check | None:
    """The check, with a memory of the DNS of its own; None where none is configured. Raises ConfigError where it cannot be had."""
    if not settings.verify:
        return None
    try:
        from filter.authentication.verify import resolver, verify  # noqa: PLC0415  (the extra may be missing where nobody asks for it)
    except ImportError as error:
        library = (error.name or "").partition(".")[0]
        problem = f"authentication.verify: {library} is not installed; pip install 'sievert[auth]'"
        raise ConfigError("the configuration", (problem,)) from error
    dns = resolver(settings)

    async def check(content: bytes, envelope: Envelope) -> AuthResults | None:
        return await verify(content, envelope, dns, settings)

    return check
