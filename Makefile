# Two commands to begin with: `make demo` and `make test`. Needed: python3, python3-venv, make.
# Everything is put into .venv beside this file; nothing outside this folder is changed.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
HASHED := --require-hashes --no-deps --only-binary :all:

# So that a run leaves no trace of the person's own settings of Python.
export PYTHONNOUSERSITE := 1
unexport PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check coverage words lock clean

help: ## Say what can be made
	@echo "make demo   read the demonstration letters: a private mailbox, nobody's own"
	@echo "make test   run the tests; the end says what was left out, and why"
	@echo "make coverage  the same, and which lines no test reached"
	@echo "make check  everything else that is asked of a change: style, types, contracts"
	@echo "make words  compile the Danish sentences after a change of them"
	@echo "make lock   renew requirements/*.txt from pyproject.toml (UPGRADE=1: newest versions)"
	@echo "make clean  remove what was made: the environment and the tools' caches"

demo: .venv/.for-running ## Open the demonstration mailbox
	@$(BIN)/brevdue demo

test: .venv/.for-testing ## Run the tests; more words for pytest in ARGS
	@$(BIN)/python -m pytest $(ARGS)

coverage: .venv/.for-testing ## Run the tests and say which lines no test reached
	@$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

check: .venv/.for-checking ## Style, types, contracts, spelling, unused code, and no machine's words
	@scripts/check

words: .venv/.for-testing ## Compile the translated sentences
	@$(BIN)/python -m babel.messages.frontend --quiet compile -D brevdue -d accessibility/locales

lock: .venv/.for-checking ## Renew the locks
	@$(BIN)/python scripts/lock $(if $(UPGRADE),--upgrade)

clean: ## Remove what was made here
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: a lock that has not changed is not installed again.
.venv/.made:
	@if [ -d .venv ] && ! $(BIN)/python -c "import pip" 2>/dev/null; then rm -rf .venv; fi
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
	  || { echo "Brevdue needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	@echo "Making the environment .venv ..." >&2
	@$(PYTHON) -m venv .venv \
	  || { echo "Python cannot make environments: install python3-venv." >&2; rm -rf .venv; exit 1; }
	@touch $@

.venv/.for-running: .venv/.made requirements/build.txt requirements/run.txt pyproject.toml
	@echo "Installing what Brevdue needs ..." >&2
	@$(PIP) install $(HASHED) -r requirements/build.txt -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/.for-testing: .venv/.for-running requirements/test.txt
	@echo "Installing what the tests need ..." >&2
	@$(PIP) install $(HASHED) -r requirements/test.txt
	@touch $@

.venv/.for-checking: .venv/.for-testing requirements/check.txt
	@echo "Installing what the checks need ..." >&2
	@$(PIP) install $(HASHED) -r requirements/check.txt
	@touch $@
