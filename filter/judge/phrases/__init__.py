"""Wordings by what they ask for, in eight languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.

Phrases and nothing else, in the notation of `search.notation`: in each module, blocks in the order of `search.languages.LANGUAGES`. Only
`banking` (account numbers) and `cautions` (warnings) are patterns of their own. What a find is worth is the rules'.
"""
