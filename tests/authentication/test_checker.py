from __future__ import annotations

import subprocess
import sys

import pytest

from filter.authentication.checker import checker
from filter.config.authentication import AuthenticationSection
from filter.judge.mail import Envelope

ASKED_FOR = AuthenticationSection.model_validate_json('{"verify": true, "resolver": ["192.0.2.53"]}')


def test_by_default_nothing_is_checked() -> None:
    """There is no check unless it is asked for, and then the libraries are not even loaded."""
    assert checker(AuthenticationSection()) is None
    asked = "from filter.authentication.checker import checker; from filter.config.schema import Config; checker(Config().authentication)"
    loaded = "import sys; print(sorted({'dns', 'cryptography'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", f"{asked}; {loaded}"], capture_output=True, text=True, check=True).stdout
    assert told == "[]\n"


async def test_a_check_is_there_where_it_is_asked_for() -> None:
    """It takes content and envelope; of a mail without either it says nothing, and asks nobody."""
    check = checker(ASKED_FOR)
    assert check is not None
    assert await check(b"", Envelope()) is None


@pytest.mark.parametrize("missing", ["dns", "cryptography"])
def test_a_missing_library_is_told(missing: str) -> None:
    """Who asks for the check without its extra hears at the start what to install."""
    lines = (
        f"import sys; sys.modules[{missing!r}] = None",
        "from filter.authentication.checker import checker",
        "from filter.config.authentication import AuthenticationSection",
        "checker(AuthenticationSection(verify=True))",
    )
    told = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False).stderr
    assert "filter.errors.ConfigError: the configuration: 1 problem(s)" in told
    assert f"authentication.verify: {missing} is not installed; pip install 'sievert[auth]'" in told
