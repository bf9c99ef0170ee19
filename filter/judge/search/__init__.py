"""Looking for phrases: `notation` says how they are written, `languages` which to look for in a text, `wording` looks for them, `negation`
tells what undoes a find; `common` is what words cost. What is looked for is `phrases`'.
"""
