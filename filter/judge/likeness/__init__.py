"""Names and domains as people take them: whose name this is, what a domain could be taken for. Pure.

Facts of the site are worked out once and kept; nothing here looks at a message.
"""
