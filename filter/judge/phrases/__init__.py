"""Wordings by what they ask for, in eight languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.

`notation` says how phrases are written, `languages` which to look for in a text, `wording` looks for them; `common` is what words cost.
The other modules hold phrases and nothing else: in each, blocks in the order of `languages.LANGUAGES`. What a find is worth is the rules'.
"""
