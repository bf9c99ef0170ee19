"""Sievert: an email threat filter.

An SMTP proxy judges every message with a linear model before its sender gets an answer; the same judge scores mail offline.
The rooms, from the ground up: `errors`, `judge` (pure), `config`, `store` (disk), `assemble`, then `smtp` (wire) and `lab`
(training and proof) side by side, and `cli` on top. Imports run in that order only; tests/test_imports.py keeps it so.
"""

__version__ = "0.1.0"
