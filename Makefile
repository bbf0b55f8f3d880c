# The README's two commands and a few more. Each line is a command one could type.

python := .venv/bin/python
generator := $(python) -m generator

.PHONY: site test quick serve check golden fuzz mutants bench search-bench html lighthouse workflows lint format lock \
	vendor clean

site: .venv/site
	$(generator) build --downloads --verify

serve: .venv/site
	$(generator) serve

check: .venv/site
	$(generator) check

test: .venv/dev lint
	sh tools/test-tools.sh
	$(python) -m pytest -n 2 --dist loadgroup

quick: .venv/dev lint
	$(python) -m pytest -n 2 -m "not slow"

golden: .venv/dev
	$(python) -m pytest -q tests/test_pages_golden.py tests/test_languages_tables.py --refresh-golden

fuzz: .venv/dev
	FUZZ_EXAMPLES=10000 $(python) -m pytest -k fuzz

mutants: .venv/dev
	$(python) tools/mutants.py

bench: .venv/dev
	$(python) -m bench
	$(python) -m bench.parts
	$(python) -m bench.drafts
	$(python) -m bench.downloads

search-bench: .venv/dev
	$(python) -m bench.search

# Of the built site, in site/: Nu's HTML checker, and Lighthouse with the least score that is asked for. What the checker
# says of the content security policy is left out: of files it takes no address for the site's own, and it knows no
# hashes; the tests ask a browser.
LEAST ?= 100
html: tools/checks/node_modules
	java -jar tools/checks/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --also-check-svg --Werror \
		--filterpattern '.* violates Content Security Policy .*' site

lighthouse: tools/checks/node_modules
	node tools/checks/lighthouse.mjs site --least $(LEAST)

workflows: .venv/dev
	.venv/bin/zizmor --offline --persona auditor .github

tools/checks/node_modules: tools/checks/package-lock.json
	cd tools/checks && npm ci --ignore-scripts
	touch $@

lint: .venv/dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

format: .venv/dev
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --override overrides.txt requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --override overrides.txt requirements-dev.in -o requirements-dev.txt
	$(MAKE) .venv/dev
	$(python) tools/supply.py

vendor:
	npm ci --ignore-scripts
	node tools/vendor.mjs
	node tools/bundle.mjs
	$(python) tools/supply.py

clean:
	rm -rf site .cache .venv

# The lock files are complete, so nothing is resolved: --no-deps keeps out what a package wrongly asks for.
.venv/site: requirements.txt
	sh tools/venv.sh
	.venv/bin/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	touch $@

.venv/dev: .venv/site requirements-dev.txt
	.venv/bin/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	touch $@
