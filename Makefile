# Công Vụ: every step a person or a CI machine takes. `make help` lists them.
# One target folder and one release profile for all of them, so that the heavy dependencies are built once.

DEPLOYMENT ?= hcmc
PORT ?= 8080
DATA ?= data/$(DEPLOYMENT)

TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)
CONGVU := $(TARGET_DIR)/release/congvu
WASM := $(TARGET_DIR)/wasm32-unknown-unknown/wasm-release/congvu-app.wasm
PYTHON := e2e/.venv/bin/python
export PATH := $(HOME)/.cargo/bin:$(PATH)
export CONGVU_BINARY := $(abspath $(CONGVU))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-test app build run dev migrate clean-data openapi fmt lint lint-rust lint-app doc deny \
	test test-rust test-app test-e2e test-journeys test-contract test-crash-short test-crash screens ci

help: ## List the targets
	@grep -hE '^[a-z][a-z0-9-]*:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{ printf "  make %-18s %s\n", $$1, $$2 }'
	@echo "  with DEPLOYMENT=bnv|hcmc|tien-giang|monre (now $(DEPLOYMENT)), PORT (now $(PORT)), DATA (now $(DATA))"

##@ Build and run

setup: ## Install what building needs and is missing (Debian packages, Rust, the wasm target)
	@.ci/setup.sh build

setup-test: ## Install what testing needs besides (Chromium, poppler, PostgreSQL, Node.js and Python packages)
	@.ci/setup.sh test

app: setup ## Build the browser app into target/site
	cargo build --locked --profile wasm-release --target wasm32-unknown-unknown -p congvu-app -p congvu-pkcs12
	cargo run --locked --release -p congvu-bundle -- --wasm $(WASM) --out target/site

build: app ## Build the server, with the app inside, as target/release/congvu
	cargo build --locked --release

run: build ## Build, then serve with demonstration data
	$(CONGVU) serve --demo --deployment $(DEPLOYMENT) --port $(PORT) --data $(DATA)

dev: ## Serve the server as it is in the tree, without building the app again
	cargo run --locked --release --bin congvu -- serve --demo --deployment $(DEPLOYMENT) --port $(PORT) --data $(DATA)

migrate: ## Bring the database of DATA (or DATABASE_URL) to the newest schema
	cargo run --locked --release --bin congvu -- migrate --data $(DATA)

clean-data: ## Throw away the demonstration data of DEPLOYMENT
	rm -rf $(DATA)

openapi: ## Write openapi/openapi.json from the routes
	cargo build --locked --release
	$(CONGVU) openapi > openapi/openapi.json.new && mv openapi/openapi.json.new openapi/openapi.json

##@ Guard

fmt: ## Format the code
	cargo fmt --all

lint: lint-rust lint-app doc ## Formatting, clippy for server and app, rustdoc; warnings are errors

lint-rust:
	cargo fmt --all --check
	cargo clippy --locked --release --all-targets -- -D warnings
	cargo clippy --locked --release --all-targets -p congvu-bundle -- -D warnings

lint-app:
	cargo clippy --locked --profile wasm-release --target wasm32-unknown-unknown --all-targets -p congvu-app -p congvu-pkcs12 -- -D warnings

doc:
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --release --no-deps --document-private-items

deny: ## Licences, sources and duplicate crates, by deny.toml (needs cargo-deny)
	cargo deny --locked check bans licenses sources

test: build setup-test lint test-rust test-app test-e2e ## Everything that guards

test-rust: ## Unit and integration tests, on SQLite and on a private PostgreSQL; contract drift; the house's arrows
	.ci/postgres.sh run cargo test --locked --release
	.ci/arrows.sh

test-app: ## The app's logic and the bundle tool, natively
	cargo test --locked --release -p congvu-app -p congvu-pkcs12 -p congvu-bundle

test-e2e: test-journeys screens test-contract test-crash-short ## The running system: journeys in Chromium, screens, contract, crashes

test-journeys: ## From issued account to signed PDF in a real browser, in all four deployments
	.ci/postgres.sh run node --test --test-concurrency=1 e2e/lib/*.test.mjs e2e/judge/*.test.mjs e2e/journeys/*.test.mjs

screens: ## Every page at two widths, looked through by axe; pictures in e2e/results
	node --test --test-concurrency=1 e2e/screens/*.test.mjs

test-contract: ## Schemathesis over the whole contract, signed in
	node --test e2e/contract/*.test.mjs

test-crash-short: ## Kill the server five times during signed approvals
	CRASH_KILLS=5 node --test e2e/crash/*.test.mjs

test-crash: ## Kill the server fifty times during signed approvals
	CRASH_KILLS=50 node --test e2e/crash/*.test.mjs

ci: ## What CI runs
	.ci/run
