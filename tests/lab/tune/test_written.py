from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from proposed import scope, tuned

from filter.assemble import build_policies
from filter.config.file import load
from filter.judge.policy import Policies
from filter.lab.tune.found import Tuned
from filter.lab.tune.written import block, changed

COMMENTED = """\
# Mine.
[policy.overall]  # here
tag = 5.4   # the tag
# why
quarantine = 7.25

[policy.spam]
quarantine = 5.0 # q

[[policy.group]]
name = "pay"  # who pays
recipients = ["pay@example.org"]
overall.quarantine = 6.0  # own
bec.tag = 4.0

[[policy.group]]
name = "all"
recipients = ["@example.org"]
[policy.group.overall]
tag = 5.0 # tea

[model]
"""
INLINE = """\
[policy]
overall = {tag=5.4}
group = [{name="pay", recipients=["pay@example.org"], overall={tag=1}},{name="all", recipients=["@example.org"]}]
"""
TEXTS = {
    "commented": COMMENTED,
    "empty": "",
    "dotted": "policy.overall.tag = 5.4\n",
    "inline": INLINE,
    "group first": '[model]\n[[policy.group]]\nname="pay"\nrecipients=["@example.org"]\n',
    "windows": COMMENTED.replace("\n", "\r\n"),
}


def read(folder: Path, text: str) -> Policies:
    file = folder / "sievert.toml"
    file.write_bytes(text.encode())
    return build_policies(load(file))


def found(policies: Policies) -> Tuned:
    """Thresholds for these: the first group has its own, a second the site's."""
    whole = tuned()
    site = scope(whole.tuning, None, "", policies.site)
    groups = [scope(whole.tuning, None, policy.group, policy) for _, policy in policies.groups]
    inheriting = [replace(group, after=replace(site.after, group=group.name)) for group in groups[1:]]
    return replace(whole, site=site, groups=(*groups[:1], *inheriting))


def wanted(policies: Policies, whole: Tuned) -> Policies:
    groups = zip(policies.groups, whole.groups, strict=True)
    return Policies(whole.site.after, tuple((members, group.after) for (members, _), group in groups))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_changed_configuration_says_what_was_found(tmp_path: Path, text: str) -> None:
    """However it was written; and changing it once more changes nothing."""
    policies = read(tmp_path, text)
    whole = found(policies)
    new = changed(text, whole)
    assert read(tmp_path, new) == wanted(policies, whole) != policies
    again = replace(whole, site=replace(whole.site, before=whole.site.after))
    assert changed(new, again) == new


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_block_says_the_same(tmp_path: Path, text: str) -> None:
    """As a [policy] of its own, in place of any other."""
    policies = read(tmp_path, text)
    whole = found(policies)
    pasted = block(whole, load(tmp_path / "sievert.toml").policy.group)
    assert read(tmp_path, pasted) == wanted(policies, whole)


def test_nothing_but_thresholds_changes(tmp_path: Path) -> None:
    """Every comment beside what stays is kept, also that of a changed line, and all other keys."""
    new = changed(COMMENTED, found(read(tmp_path, COMMENTED)))
    for comment in ("# Mine.", "# here", "# the tag", "# why", "# q", "# who pays", "# tea"):
        assert (comment in new) == (comment != "# tea")  # its threshold is the site's now
    assert "tag = 5.4" not in new
    assert tomllib.loads(new)["model"] == {}
    assert new.startswith("# Mine.\n[policy.overall]  # here\ntag = ")


def test_what_stays_is_not_written_out(tmp_path: Path) -> None:
    """A threshold that is as it was is not named where it was not."""
    policies = read(tmp_path, "[model]\n")
    whole = found(policies)
    same = replace(whole, site=replace(whole.site, after=replace(policies.site, overall=replace(policies.site.overall, tag=6.1))))
    assert tomllib.loads(changed("[model]\n", same)) == {"model": {}, "policy": {"overall": {"tag": 6.1}}}


def test_names_are_quoted(tmp_path: Path) -> None:
    """A group's name that has quotes is a string still."""
    text = '[[policy.group]]\nname = \'a "b" \\\'\nrecipients = ["@example.org"]\n'
    policies = read(tmp_path, text)
    pasted = block(found(policies), load(tmp_path / "sievert.toml").policy.group)
    assert tomllib.loads(pasted)["policy"]["group"][0]["name"] == 'a "b" \\'
