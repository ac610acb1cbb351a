# make           set up, bring everything up to date, say what to open
# make test      set up, lint, run the tests
# make check     validate the ledger only
# make rebuild   run every stage again, whatever is up to date
# make lint      style of the code
# make lock      write requirements.lock anew from pyproject.toml; UPGRADE=--upgrade for the newest of everything
# make clean     remove the environment and caches, never data or reports
#
# Another Python than python3:  make PYTHON=python3.12

PYTHON ?= python3
UPGRADE ?=
PYTEST_ARGS ?= -n auto --dist loadfile --no-loadscope-reorder

# Stages start `python`: it has to be the one of the environment.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.DEFAULT_GOAL := build
.PHONY: build rebuild check test lint lock clean setup

build: setup
	@touch .venv/started
	@python -m dvc repro
	@$(tell)

rebuild: setup
	@touch .venv/started
	@python -m dvc repro --force --no-run-cache
	@$(tell)

check: setup
	@python -m dvc repro check

test: setup lint
	@python -m pytest $(PYTEST_ARGS)

lint: setup
	@python -m ruff check .

# Not by way of setup: a lock that is spoilt has to be mended with this.
lock:
	@test -x .venv/bin/uv || $(MAKE) setup
	@uv pip compile --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
	  --generate-hashes --no-header --no-annotate --group dev $(UPGRADE) -o requirements.lock pyproject.toml
	@echo "Written: requirements.lock"

clean:
	rm -rf .venv .dvc/cache .dvc/tmp .pytest_cache .ruff_cache .hypothesis build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An unpacked archive has no .git; DVC has to be told.
setup: .venv/ready
	@test -e .git || test -e .dvc/config.local || printf '[core]\n    no_scm = true\n' > .dvc/config.local

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Frontline Claims needs Python 3.11 or newer; '$(PYTHON)' is not. Name another: make PYTHON=python3.12"; exit 1; }
	@.venv/bin/python -m uv --version >/dev/null 2>&1 || { $(new_environment); }
	@echo "Installing what requirements.lock lists ..."
	@uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
	@uv pip install --quiet --python .venv/bin/python --offline --no-deps --no-build-isolation --editable .
	@touch .venv/ready

# uv comes from the lock too, hash and all.
define new_environment
echo "Creating .venv ..." && $(PYTHON) -m venv --clear .venv && \
sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.txt && \
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
endef

define tell
written=$$(find data/published reports -type f -newer .venv/started 2>/dev/null | wc -l | tr -d ' '); \
if [ "$$written" = 0 ]; then echo "Nothing to build: everything was up to date."; \
else echo "Built. Files written: $$written."; fi; \
echo "Open"; \
echo "  reports/index.html   the report, in a browser"; \
echo "  data/published/      the tables to cite, with CODEBOOK.md"; \
echo "  notebooks/           the analyses: .venv/bin/jupyter lab notebooks"
endef
