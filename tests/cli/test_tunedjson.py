from __future__ import annotations

import json
import math
from dataclasses import replace

from proposed import costing, scope, tuned

from filter.cli.tunedjson import document
from filter.lab.tune.found import Near


def test_it_is_json_whatever_is_infinite() -> None:
    """Numbers that JSON lacks are strings."""
    whole = tuned(later={"ham": 500, "spam": 100})
    near = Near("tag", math.inf, "a.eml", math.inf, "ham", "")
    told = json.loads(json.dumps(document(replace(whole, nearest=(near,)), "[policy]\n"), allow_nan=False))
    assert (told["policy"], told["nearest"][0]["score"], told["nearest"][0]["distance"]) == ("[policy]\n", "inf", "inf")
    assert told["site"]["current"]["phish"] == {"tag": "inf", "quarantine": "inf", "reject": "inf"}


def test_it_has_each_figure() -> None:
    """Those of the proof, of both policies on both parts by label, of the checks, of the groups and of the cost."""
    whole = tuned(later={"ham": 500, "spam": 100})
    group = scope(whole.tuning, whole.later, "pay")
    told = document(replace(whole, groups=(group,), costing=costing(whole.site)), "")
    tag = whole.site.proofs[0]
    assert told["site"]["proofs"][0]["bound"] == tag.bound
    assert told["site"]["proofs"][0]["rate"] == tag.rate
    assert told["site"]["tuned_on"]["proposed"]["ham"]["tag"] == whole.site.proposed[0].share("tag").as_dict()
    assert set(told["site"]["tuned_on"]["current"]) == {"ham", "spam", "phish", "bec", "unknown"}
    assert set(told["site"]["later"]["current"]) == {"ham", "spam"}
    assert told["site"]["checks"][0]["kept"] == whole.site.checks[0].kept
    assert [one["name"] for one in told["groups"]] == ["pay"]
    assert told["costing"]["flat"][0] == {"share": 0.01, "lowest": 0.87, "highest": 2.13}
    assert (told["tuned_on"], told["checked_on"]) == (4460, 600)


def test_what_there_is_none_of_is_null() -> None:
    """No later mail, no dates, no cost."""
    told = document(replace(tuned(), volume=None), "")
    assert (told["site"]["later"], told["site"]["checks"], told["volume"], told["costing"], told["checked_on"]) == (None, [], None, None, 0)
