# Every door of the project. Needs git, make and Python 3.11 to 3.13; the rest comes along.

.DEFAULT_GOAL := help
.PHONY: help install translations run reset test check screenshots audit

python := .venv/bin/python

# Without byte code each process takes 5 s to start instead of 1.
unexport PYTHONDONTWRITEBYTECODE

# Made-up values that production accepts: `check --deploy` reads the settings, it calls nobody.
production := MODE=production SECRET_KEY=checked-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF \
  ALLOWED_HOSTS=halle.example.org SITE_URL=https://halle.example.org \
  DATABASE_URL=postgres://nobody@127.0.0.1:1/none REDIS_URL=redis://127.0.0.1:1/0 \
  STRIPE_SECRET_KEY=rk_checked_only STRIPE_PUBLISHABLE_KEY=pk_checked_only \
  STRIPE_WEBHOOK_SECRET=whsec_checked_only

help: # dit ce que chaque commande fait | says what each command does
	@sed -n 's/^\([a-z]*\):.* # \(.*\) | \(.*\)/\1|\2|\3/p' Makefile | awk -F'|' -v lang="$(LANG)" \
	  '{ printf "  make %-13s %s\n", $$1, lang ~ /^en/ ? $$3 : $$2 }'

install: .venv/installed translations # prépare .venv, une fois | prepares .venv, once

.venv/installed: requirements-dev.txt
	@sh workbench/install.sh
	@touch $@

translations: .venv/installed # compile les traductions | compiles the translations
	@$(python) -m workbench.translations

run: .venv/installed # lance toute la plateforme (PORT=8001 pour un autre port) | runs the whole platform (PORT=8001 for another port)
	@$(python) -m workbench.run

reset: .venv/installed # efface les données de la démo, après question | erases the demo's data, after asking
	@$(python) -m workbench.reset

screenshots: install # photographie les pages clés dans screenshots/ | takes pictures of the key pages into screenshots/
	@$(python) -m workbench.screenshots

test: install # passe les tests (ARGS="-k panier" pour en choisir) | runs the tests (ARGS="-k basket" to choose)
	@$(python) -m workbench.browser
	$(python) -m pytest --numprocesses 2 --dist loadgroup $(ARGS)

check: install # vérifie le code, les gabarits et l’image | checks the code, the templates and the image
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	MODE=demo .venv/bin/mypy
	PYTHONPATH=site:. .venv/bin/lint-imports
	MODE=test $(python) manage.py makemigrations --check --dry-run
	$(production) $(python) manage.py check --deploy --fail-level WARNING
	.venv/bin/djlint --lint site workshops gardens market
	.venv/bin/hadolint docker/Dockerfile
	.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec docker/compose.yaml

audit: .venv/installed # mesure le site qui tourne : Lighthouse et HTML (Node, Java) | measures the running site: Lighthouse and HTML (Node, Java)
	@$(python) -m workbench.audit
