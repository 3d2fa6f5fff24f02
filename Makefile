# Every target sets up what it needs; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are cores: browsers and office programs wait a lot.
WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks
# Never --quiet: it drops the warnings before --strict can count them.
MKDOCS := $(BIN)/python -m mkdocs

.PHONY: help serve build check test test-long checks scripts bench register deploy lock clean
help:
	@echo "make serve | build | check | test | test-long | bench | register | deploy | lock | clean"

serve: $(VENV)/build.stamp
	$(MKDOCS) serve --livereload --dev-addr 127.0.0.1:8000

build: $(VENV)/build.stamp
	$(MKDOCS) build --strict --site-dir site

check: $(VENV)/build.stamp
	@$(BIN)/python -m sjekkliste check

test: $(VENV)/test.stamp
	$(MAKE) --no-print-directory --jobs 2 --output-sync checks scripts
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile $(TEST)

checks: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	cd tests && PATH="$(CURDIR)/$(BIN):$$PATH" ./node_modules/.bin/tsc -p tsconfig.json
	cd tests && PATH="$(CURDIR)/$(BIN):$$PATH" ./node_modules/.bin/tsc -p tsconfig.pure.json

scripts: $(VENV)/test.stamp
	$(BIN)/node --import ./tests/vendor.js --test "tests/js/*.test.js"

# What takes too long for each change.
test-long: $(VENV)/test.stamp
	RUNS=100000 $(BIN)/node --import ./tests/vendor.js --test tests/js/windows.test.js
	EDITS=5000 $(BIN)/python -m pytest tests/test_random_edits.py
	$(BIN)/python -m tests.mutate

bench: $(VENV)/test.stamp
	sh requirements/system.sh chromium
	$(BIN)/python -m tests.bench

register: $(VENV)/build.stamp
	$(BIN)/python -m sjekkliste register

deploy: $(VENV)/build.stamp
	$(BIN)/python -m sjekkliste deploy --ready
	$(MKDOCS) build --strict --site-dir site.new
	$(BIN)/python -m sjekkliste deploy site.new
	rm -rf site && mv site.new site
	@echo "site/ er klar. Kopier den til serveren, sammen med filen for den i deploy/."

lock: $(VENV)/test.stamp
	for name in build test; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    --upgrade requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf $(VENV) site site.new bench.json .cache tests/node_modules .mypy_cache .pytest_cache .ruff_cache

$(VENV)/build.stamp: requirements/build.txt requirements/system.sh requirements/npm/package-lock.json
	sh requirements/system.sh python3-venv libatomic1
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	mkdir -p $(VENV)/npm && cp requirements/npm/*.json $(VENV)/npm/
	cd $(VENV)/npm && ../bin/npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

$(VENV)/test.stamp: $(VENV)/build.stamp requirements/test.txt tests/package-lock.json
	sh requirements/system.sh chromium-headless-shell faketime fonts-liberation libatomic1 libreoffice-calc \
	  libreoffice-writer nginx hunspell hunspell-no webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	cd tests && ../$(BIN)/npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@
