"""The lab: labelled archives in, a model bundle and its proof out. Offline; may load scikit-learn, SciPy and joblib.

It calls the judge's own `parse` and `extract`, so what is learnt is what is served. It never talks to the network, never imports
`smtp`, and its test sides are fixed here, by time, application or author, before anything is trained.
"""
