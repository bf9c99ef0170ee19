"""Rules over a scene: what they can look at, what they ask, what they leave in a verdict. Pure.

Reading rule files is `store.rulebook`'s; facts that rules ask for by name are `judge.signals`'.
"""
