from __future__ import annotations

import math

import pytest
from configured import loaded, problems
from pydantic import ValidationError

from filter.config.policy import BecRow, Group, OverallRow, Rows, SpamRow, ThresholdRow

GROUP = '[[policy.group]]\nname = "finance"\nrecipients = ["pay@example.org"]\n'


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("tag = 5\nquarantine = 4", "policy.phish: tag (5.0) must not be above quarantine (4.0)"),
        ("quarantine = 5\nreject = 4", "policy.phish: quarantine (5.0) must not be above reject (4.0)"),
        ("tag = 5\nreject = 4", "policy.phish: tag (5.0) must not be above reject (4.0)"),
        ("tag = nan", "policy.phish.tag: expected a number or inf, not nan"),
        ('tag = "inf"', 'policy.phish.tag: expected a valid number, not "inf"'),
    ],
)
def test_thresholds_out_of_order_are_refused(row: str, problem: str) -> None:
    """A stronger action never begins below a milder one, and NaN is no threshold."""
    assert problems(f"[policy.phish]\n{row}") == (problem,)


def test_a_row_is_held_against_the_defaults_it_leaves() -> None:
    """One threshold of the overall row past the default of the next is told, and not silently out of order."""
    assert problems("policy.overall.tag = 20") == ("policy.overall: tag (20.0) must not be above quarantine (5.5)",)


def test_an_action_that_never_happens_has_no_order() -> None:
    """A row may hold without tagging, or refuse without holding."""
    policy = loaded("[policy.phish]\nquarantine = 3\n[policy.spam]\ntag = 1\nreject = 9\n[policy.overall]\ntag = inf\n").policy
    assert (policy.phish.quarantine, policy.spam.reject, policy.overall.tag) == (3.0, 9.0, math.inf)


def test_equal_thresholds_are_in_order() -> None:
    """Two actions may begin at the same log-odds, of which the stronger is taken; -inf is always."""
    assert loaded("[policy.phish]\ntag = 3\nquarantine = 3\n").policy.phish == ThresholdRow(tag=3, quarantine=3)
    assert loaded("policy.bec.tag = -inf").policy.bec.tag == -math.inf


def test_a_group_lies_over_the_sites_rows() -> None:
    """What a group's row leaves out is as the site has it, threshold by threshold; "inf" is said and not left out."""
    policy = loaded(
        "[policy.overall]\ntag = 2\nreject = 15\n[policy.phish]\ntag = 7\n"
        f"{GROUP}overall.quarantine = 4\noverall.reject = inf\nbec = {{ tag = 0, quarantine = 1 }}\n"
    ).policy
    rows = policy.group[0].over(policy)
    assert rows.overall == OverallRow(tag=2, quarantine=4, reject=math.inf)
    assert rows.phish == policy.phish == ThresholdRow(tag=7)
    assert rows.bec == BecRow(tag=0, quarantine=1)
    assert (policy.bec, rows.spam) == (BecRow(), SpamRow())


def test_a_group_without_rows_is_as_the_site() -> None:
    """Only its name is its own."""
    policy = loaded(f"[policy.bec]\nquarantine = 5\n{GROUP}").policy
    assert policy.group[0].over(policy) == Rows(overall=policy.overall, spam=policy.spam, phish=policy.phish, bec=policy.bec)


def test_a_group_out_of_order_over_the_site_is_told() -> None:
    """A row that is in order in itself and not over the site's is told with its group and its row."""
    assert problems(f"{GROUP}overall.tag = 8\n") == ("policy: group finance: overall: tag (8.0) must not be above quarantine (5.5)",)
    assert problems(f"[policy.bec]\nreject = 6\n{GROUP}bec.quarantine = 7\n") == (
        "policy: group finance: bec: quarantine (7.0) must not be above reject (6.0)",
    )


def test_a_group_out_of_order_in_itself_is_told_with_its_place() -> None:
    """A mistake inside one row has the row's path."""
    assert problems(f"{GROUP}{GROUP}spam.tag = 6\nspam.reject = 5\n") == ("policy.group.1.spam: tag (6.0) must not be above reject (5.0)",)


def test_over_raises_where_the_two_do_not_fit() -> None:
    """Laid over another site than it was read with, a group is held against that one."""
    group = Group(name="a", recipients=("@b.example",), overall=ThresholdRow(tag=8))
    assert group.over(Rows(overall=OverallRow(quarantine=9))).overall.tag == 8
    with pytest.raises(ValidationError, match="must not be above"):
        group.over(Rows())


def test_a_group_has_a_name_and_somebody_in_it() -> None:
    """Without a name the journal could not tell it, and without a recipient it would never hold."""
    assert [told.split(":")[0] for told in problems("[[policy.group]]\n")] == ["policy.group.0.name", "policy.group.0.recipients"]
    assert problems('[[policy.group]]\nname = ""\nrecipients = ["@b.example"]')[0].startswith("policy.group.0.name: ")
    assert problems('[[policy.group]]\nname = "a"\nrecipients = []')[0].startswith("policy.group.0.recipients: ")


def test_groups_keep_their_order() -> None:
    """The first group that fits wins, so the order is the file's."""
    policy = loaded("".join(f'[[policy.group]]\nname = "{name}"\nrecipients = ["@b.example"]\n' for name in "zax")).policy
    assert [group.name for group in policy.group] == ["z", "a", "x"]
