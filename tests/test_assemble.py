from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest
from invented import mail, random_bundle

from filter import assemble
from filter.assemble import DEFAULT_MODEL, RULES, build_judge, build_policies, build_policy, build_site
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import BundleError, RulebookError, SiteError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Policies, Policy, Thresholds
from filter.judge.site import NOWHERE, Site, Supplier, Vip
from filter.store.shipped import shipped


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assemble") / "model"
    random_bundle(folder)
    return folder


def configured(tmp_path: Path, text: str) -> Config:
    """The configuration in a file of that text."""
    (tmp_path / "sievert.toml").write_text(text)
    return load(tmp_path / "sievert.toml")


def test_every_door_gets_the_same_judge(model: Path, tmp_path: Path) -> None:
    """Two judges of one configuration say the same of a mail to the last bit, with an envelope and without."""
    config = configured(tmp_path, f'[model]\npath = "{model}"\n')
    one, other = build_judge(config), build_judge(config)
    for label in ("ham", "spam", "phish", "bec"):
        content = mail(label, 5)
        assert one.judge(Mail(content)) == other.judge(Mail(content, Envelope("192.0.2.1", "x", "a@b.example", ("c@d.example",))))


def test_model_and_rules_are_the_configured_ones(model: Path, tmp_path: Path) -> None:
    """Both paths are taken from the configuration, and each verdict names what made it."""
    rules = tmp_path / "rules"
    shutil.copytree(shipped(RULES) / "bec", rules / "bec")
    judge = build_judge(configured(tmp_path, f'[model]\npath = "{model}"\n[rules]\npath = "{rules}"\n'))
    assert {rule.id for rule in judge.rulebook.rules} == {path.stem for path in (rules / "bec").iterdir()}
    assert judge.judge(Mail(b"")).model == judge.model.id == random_bundle(tmp_path / "same").id
    assert judge.judge(Mail(b"")).rulebook == judge.rulebook.id


def test_without_paths_it_takes_what_shipped(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default configuration judges with the shipped model and rules."""
    asked: list[str] = []
    monkeypatch.setattr(assemble, "shipped", lambda name: asked.append(name) or (model if name == DEFAULT_MODEL else shipped(name)))
    build_judge(Config())
    assert asked == [DEFAULT_MODEL, RULES]


def test_what_is_missing_is_told(model: Path, tmp_path: Path) -> None:
    """No model where the path points, or no rule, is an error of that kind."""
    with pytest.raises(BundleError):
        build_judge(configured(tmp_path, f'[model]\npath = "{tmp_path}"\n'))
    with pytest.raises(RulebookError):
        build_judge(configured(tmp_path, f'[model]\npath = "{model}"\n[rules]\npath = "{tmp_path}/none"\n'))


ROWS = ("overall", "spam", "phish", "bec")


@pytest.mark.parametrize("row", ROWS)
def test_thresholds_reach_the_policy(tmp_path: Path, row: str) -> None:
    """Each row of the file becomes the policy's row of that name, and no other changes."""
    policy = build_policy(configured(tmp_path, f"[policy.{row}]\ntag = 1.5\nquarantine = 2.5\nreject = 3.5\n"))
    assert getattr(policy, row) == Thresholds(1.5, 2.5, 3.5)
    others = [name for name in ROWS if name != row]
    assert all(getattr(policy, name) == getattr(build_policy(Config()), name) for name in others)


def test_the_default_policy_is_in_order() -> None:
    """Tag, hold and refuse in this order on the overall score; spam and bec tag and hold from less, and refuse by the score alone."""
    policy = build_policy(Config())
    assert policy.overall.tag < policy.overall.quarantine < policy.overall.reject < math.inf
    for row in (policy.spam, policy.bec):
        assert row.tag < row.quarantine < policy.overall.quarantine
        assert row.action(1e9) is Action.QUARANTINE
    assert policy.phish.action(1e9) is Action.DELIVER


def test_without_groups_the_sites_policy_is_everybodys() -> None:
    """`build_policies` of the defaults is the site's policy alone."""
    assert build_policies(Config()) == Policies(build_policy(Config()))


GROUPS = """
[policy.overall]
tag = 2
[policy.bec]
quarantine = 5
[[policy.group]]
name = "finance"
recipients = ["Pay@firm.example", "@finance.firm.example"]
overall.quarantine = 4
bec = { quarantine = 4.5 }
[[policy.group]]
name = "firm"
recipients = ["@firm.example", "@finance.firm.example"]
overall = { tag = inf, quarantine = inf, reject = inf }
"""


def test_groups_get_policies_of_their_own(tmp_path: Path) -> None:
    """Each group's rows lie over the site's, its policy has its name, and the site's own has none."""
    policies = build_policies(configured(tmp_path, GROUPS))
    spam = Thresholds(2.25, 4)
    site = Policy(Thresholds(2, 5.5, 12), spam, bec=Thresholds(2.25, 5))
    assert policies.site == site
    assert [policy for _, policy in policies.groups] == [
        Policy(Thresholds(2, 4, 12), spam, bec=Thresholds(2.25, 4.5), group="finance"),
        Policy(spam=spam, bec=Thresholds(2.25, 5), group="firm"),
    ]


@pytest.mark.parametrize(
    ("recipient", "group"),
    [
        ("pay@firm.example", "finance"),
        ("PAY+march@Firm.Example", "finance"),
        ("ann@finance.firm.example", "finance"),
        ("ann@firm.example", "firm"),
        ("ann@other.firm.example", ""),
        ("pay@elsewhere.example", ""),
        ("", ""),
    ],
)
def test_the_first_group_that_names_a_recipient_wins(tmp_path: Path, recipient: str, group: str) -> None:
    """By address, with or without a detail after "+", by domain, and else the site; upper and lower case are one."""
    assert build_policies(configured(tmp_path, GROUPS)).of(recipient).group == group


SITE = """
[site]
domains = ["firm.example"]
freemail = ["post.example"]
folder = "{folder}"
[[site.vip]]
name = "Ann Example"
addresses = ["ann@firm.example"]
[[site.supplier]]
name = "Paper Ltd"
domains = ["paper.example"]
"""


def test_the_sites_facts_are_those_of_file_and_folder(tmp_path: Path) -> None:
    """Both are joined; a name in both is one VIP, as the file spells it, with all addresses; and without either there are none."""
    (tmp_path / "domains.txt").write_text("group.example\n")
    (tmp_path / "authserv_ids.txt").write_text("mx.firm.example\n")
    (tmp_path / "vips.csv").write_text("Bo Example,bo@firm.example\nEXAMPLE Ann,ann@firm.example,ann@gmail.com\n")
    assert build_site(configured(tmp_path, SITE.replace("{folder}", str(tmp_path)))) == Site(
        domains=frozenset({"firm.example", "group.example"}),
        vips=(Vip("Ann Example", ("ann@firm.example", "ann@gmail.com")), Vip("Bo Example", ("bo@firm.example",))),
        suppliers=(Supplier("Paper Ltd", ("paper.example",)),),
        authserv_ids=frozenset({"mx.firm.example"}),
        freemail=frozenset({"post.example"}),
    )
    assert build_site(Config()) == NOWHERE


def test_lists_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A folder that is not there is a SiteError."""
    with pytest.raises(SiteError, match="is not a folder"):
        build_site(configured(tmp_path, SITE.replace("{folder}", f"{tmp_path}/none")))
