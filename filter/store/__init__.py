"""DISK: what outlives the process: held messages, the journal, archives of mail, rules, models and what ships with Sievert.

What this room is given to keep is on disk when the call returns, or the call raises; message bytes come out as they went in.
It judges nothing, decides nothing, sends nothing and never prints.
"""
