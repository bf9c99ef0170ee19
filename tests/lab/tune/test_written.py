from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from proposed import scope, tuned

from filter.assemble import build_policies
from filter.config.file import load
from filter.errors import UsageError
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
    "dotted twice": "policy.overall.tag = 4.5  # a\npolicy.spam.tag = 3.25",
    "dotted and inline": 'policy.overall = {tag=5.4}\npolicy.group = [{name="pay", recipients=["@example.org"], overall={tag=1}}]\n',
    "in pieces": "[policy.overall]\ntag = 5.4\n[model]\n[policy.spam]\ntag = 3\n[store]\n",
    "all inline": "policy = { overall = { tag = 4.5 } }\n",
    "inline and empty": "policy = {}\n",
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
    """Every comment is kept, also that of a changed line, and all other keys."""
    new = changed(COMMENTED, found(read(tmp_path, COMMENTED)))
    for comment in ("# Mine.", "# here", "# the tag", "# why", "# q", "# who pays", "# tea"):
        assert comment in new
    assert "\n# tag = 5.0 # tea\n" in new  # its threshold is the site's now
    assert "tag = 5.4" not in new
    assert tomllib.loads(new)["model"] == {}
    assert new.startswith("# Mine.\n[policy.overall]  # here\ntag = ")


OWN = 'recipients = ["@example.org"]\noverall.quarantine = 5.0  # g\n'
TABLE = 'recipients = ["@example.org"]\n[policy.group.overall]  # h\n# why\nquarantine = 5.0  # g\n\n# The model.\n[model]\n'


@pytest.mark.parametrize("own", [OWN, TABLE], ids=["dotted", "table"])
def test_a_line_that_goes_leaves_its_comment(tmp_path: Path, own: str) -> None:
    """What a group had of its own and has no more stays as a comment, with what was said of it, and what is said of the next table."""
    text = '[[policy.group]]\nname = "pay"\nrecipients = ["pay@example.org"]\n[[policy.group]]\nname = "all"\n' + own
    new = changed(text, found(read(tmp_path, text)))
    for line in own.splitlines()[1:]:
        assert not line.partition("#")[1] or f"# {line.removeprefix('# ')}" in new
    assert "overall" not in tomllib.loads(new)["policy"]["group"][1]


def test_a_form_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    """With what to write instead: no rows can be put beside an empty list of groups."""
    text = "policy.group = []\nmodel = {}\n"
    with pytest.raises(UsageError, match=r"use tables such as \[policy.overall\], or paste the block yourself"):
        changed(text, found(read(tmp_path, text)))


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
