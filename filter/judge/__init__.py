"""The judge: bytes in, `Verdict` out.

Pure. No clock, socket, disk or randomness, so the relay, `sievert score` and training give the same verdict for the same bytes,
to the last bit. A verdict states facts; only `policy.decide` knows a threshold. Nothing here raises on hostile mail.
"""
