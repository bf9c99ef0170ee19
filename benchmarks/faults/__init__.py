"""Faults on purpose, and the account of every message meanwhile: `python -m benchmarks.faults`. Each module is described in its place."""
