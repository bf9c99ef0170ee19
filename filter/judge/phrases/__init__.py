"""Wordings by what they ask for, in eight languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.

`wording` says how phrases are written and looked for; the other modules hold phrases and nothing else. What a find is worth is the
rules' business.
"""
