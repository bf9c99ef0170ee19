"""The configuration: every key with its type, default and reason, and the reading of the file.

`schema` has the whole and is made of `relay`, `policy` and `types`; `file` reads TOML and tells every problem at once;
`example` writes config.example.toml. Nothing here acts on a key.
"""
