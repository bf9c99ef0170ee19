# make run     set up and run the demo: the whole relay on mails of ours (ARGS=--once ends after the table)
# make test    set up and run every test
# make check   ruff and mypy
# make model   rebuild models/default from a folder of corpora: make model CORPORA=<folder>
# make pins    renew the hashed pins after a change in pyproject.toml

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install
ARGS ?=
CORPORA ?= corpora

.PHONY: run test check model card pins clean

run: $(VENV)/.run
	@$(BIN)/sievert demo $(ARGS)

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

model: $(VENV)/.dev
	$(BIN)/sievert train --corpora $(CORPORA) --beside phishing_pot --out models/default

CARD = models/default/CARD.md
APART = <!-- made apart, by make card -->

card: $(VENV)/.dev
	sed -i '/^$(APART)$$/,$$d' $(CARD)
	printf '$(APART)\n\n## Learning online, from nothing\n\n`benchmarks/online.py`\n\n' >> $(CARD)
	$(BIN)/python benchmarks/online.py --corpora $(CORPORA) >> $(CARD)
	printf '\n## A corpus left out\n\n`benchmarks/leave_out.py --ablate`\n' >> $(CARD)
	$(BIN)/python benchmarks/leave_out.py --corpora $(CORPORA) --ablate >> $(CARD)
	printf '\n## Business email compromise\n\n`benchmarks/bec.py`\n\n' >> $(CARD)
	$(BIN)/python benchmarks/bec.py --corpora $(CORPORA) >> $(CARD)
	printf '\n## Speed beside peers\n\n`benchmarks/peers.py`\n\n' >> $(CARD)
	$(BIN)/python benchmarks/peers.py --corpora $(CORPORA) --each 40 >> $(CARD)

COMPILE = $(BIN)/python -m piptools compile --quiet --generate-hashes --strip-extras --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

pins: $(VENV)/.dev
	$(COMPILE) --build-deps-for editable --allow-unsafe --output-file requirements.txt pyproject.toml
	$(COMPILE) --build-deps-for editable --extra dev --allow-unsafe --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean:
	rm -rf $(VENV)

# What the relay needs, and nothing more.
$(VENV)/.run: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sievert needs Python 3.11 or later")'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(if $(wildcard $(VENV)/pyvenv.cfg),--clear) $(VENV)
	@echo "Setting up $(VENV) (once)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable . 2>/dev/null || $(PIP) --no-deps --editable .
	@touch $@

# And what testing and training need.
$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
