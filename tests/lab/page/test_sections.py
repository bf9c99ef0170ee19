from __future__ import annotations

from dataclasses import replace

import numpy as np
from proposed import scope, tuned

from filter.lab.metrics import Share
from filter.lab.page import sections
from filter.lab.tune.checked import Check
from filter.lab.tune.found import Near

WHOLE = tuned(later={"ham": 300, "spam": 90})
EVIL = "</td><script>owned()</script>\u202e"


def test_in_short_every_action_and_later_mail() -> None:
    """A sentence each, and whether later mail agrees, contradicts, or is missing."""
    assert sections.summary(WHOLE).count("<li>") == 3
    assert "does not contradict" in sections.summary(WHOLE)
    refuted = replace(WHOLE, site=replace(WHOLE.site, checks=(Check("tag", 0.001, Share(50, 300)),)))
    assert "Later mail contradicts the proof of tag" in sections.summary(refuted)
    assert "No later mail was kept" in sections.summary(tuned())


def test_a_groups_refuted_budget_is_told_with_its_name() -> None:
    """In short, and among what later mail says."""
    group = replace(scope(WHOLE.tuning, WHOLE.later, "pay<b>"), checks=(Check("tag", 0.001, Share(50, 300)),))
    whole = replace(WHOLE, groups=(group,))
    assert "Later mail contradicts the proof of tag for group pay&lt;b&gt;:" in sections.summary(whole)
    assert "Budgets of group pay&lt;b&gt; against later ham" in sections.later(whole)
    assert sections.later(whole).count("<td>above the budget, beyond chance</td>") == 1


def test_the_origin_is_told() -> None:
    """Counts by label of both parts, when they are from, files, model and rulebook, what was left out."""
    told = sections.origin(replace(WHOLE, files=("a.parquet", EVIL), undated=5))
    for words in (
        "<td>3,000</td><td>300</td>",
        "sievert-4",
        "0123456789ab",
        "a.parquet",
        "12 (each",
        "5 (taken in the order",
        "2026-01-05",
    ):
        assert words in told
    assert "<script>" not in told


def test_nine_in_ten_dates_are_told_beside_all() -> None:
    """A wrong clock does not pretend that the mail is of a hundred years."""
    date = WHOLE.tuning.date.copy()
    date[0] = np.datetime64("1970-01-01")
    told = sections.dates(replace(WHOLE.tuning, date=date))
    assert told.startswith("2026-01-0")
    assert "(nine in ten; all: 1970-01-01 to 2026-03-05)" in told
    assert sections.dates(replace(WHOLE.tuning, date=np.full(3, np.datetime64("NaT", "s")))) == "unknown"


def test_the_block_is_there_to_be_copied() -> None:
    """As text, and beside each threshold the one that holds now."""
    told = sections.proposed(WHOLE, 'name = "</pre><b>"\n[policy.spam]\ntag = 1.0\n')
    assert "name = &quot;&lt;/pre&gt;&lt;b&gt;&quot;\n[policy.spam]\ntag = 1.0\n</code></pre>" in told
    assert f"5.40 \N{RIGHTWARDS ARROW} {WHOLE.site.after.overall.tag:.2f}" in told
    assert "never, kept" in told


def test_proofs_and_effects_are_of_the_site_and_its_groups() -> None:
    """A table for each."""
    group = scope(WHOLE.tuning, None, "pay<b>")
    whole = replace(WHOLE, groups=(group,))
    for told in (sections.proof(whole), sections.effect(whole), sections.proposed(whole, "")):
        assert "group pay&lt;b&gt;" in told
    spam = WHOLE.site.proposed[1]
    share = spam.share("tag")
    assert f"<td>{share.count:,} of {share.total:,} ({share.rate * 100:.3g}\xa0%)</td>" in sections.effect(WHOLE)


def test_later_mail_is_judged_by_its_interval() -> None:
    """Within, within but too few to say so alone, above perhaps by chance, above beyond it; and none at all."""
    checks = (
        Check("tag", 0.5, Share(0, 300)),
        Check("tag", 0.01, Share(1, 300)),
        Check("quarantine", 0.01, Share(5, 300)),
        Check("reject", 0.01, Share(50, 300), EVIL, 40),
        Check("reject", None, Share(50, 300)),
    )
    told = sections.later(replace(WHOLE, site=replace(WHOLE.site, checks=checks)))
    says = ["within the budget", "within the budget; too few to prove it on their own", "above the budget, perhaps by chance"]
    for words in (*says, "above the budget, beyond chance", ""):
        assert told.count(f"<td>{words}</td></tr>") == 1
    assert "&lt;script&gt;owned()&lt;/script&gt;\\u202e (40)" in told
    assert "None was kept" in sections.later(tuned())


def test_text_of_messages_is_text() -> None:
    """Paths and evidence that would be script are read, and turn no line around."""
    near = (Near("tag", -0.004, EVIL, 5.0, "ham", EVIL), Near("quarantine", 0.0, "b", 7.0, "", "x"))
    told = sections.nearest(replace(WHOLE, nearest=near))
    assert "<script>" not in told
    assert told.count("&lt;script&gt;owned()&lt;/script&gt;\\u202e") == 2
    assert "Nearest to the tag line, below" in told
    assert "Nearest to the quarantine line, at or above" in told
    assert sections.nearest(replace(WHOLE, nearest=())) == ""
