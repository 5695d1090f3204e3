# Every target sets up what it needs: a virtual environment in .venv, from nothing but Python 3.11 or later.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: setup demo test check docs generate bench fuzz

setup: .venv/.ready

.venv/.ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: setup
	$(BIN)/python tools/demo.py

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/claimrules check rulesets
	$(BIN)/claimrules fmt --check rulesets

test: check
	$(BIN)/python -m pytest -n auto

docs: setup
	$(BIN)/python -m pytest tests/docs

generate: setup
	$(BIN)/python -m tools.generate

bench: setup
	$(BIN)/python tools/bench.py

SECONDS ?= 1800
fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python tools/fuzz.py $(SECONDS)
