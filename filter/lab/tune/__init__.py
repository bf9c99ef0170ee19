"""Thresholds from verdicts on labelled mail, and what the mail proves of them. Reads no mail and judges none.

`found` has what is told of it, `budget` the proof, `proposal` puts all together; `written` makes the configuration of it.
"""
