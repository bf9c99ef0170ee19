"""Named facts about a message and where it was met, each with its evidence and its source.

A module for each thing they speak of. A signal says what is true and decides nothing: what it is worth, and beside what, is the
rules' (`rules/`). No signal reads a clock, a disk or the network, and none raises on what a mail holds.
"""
