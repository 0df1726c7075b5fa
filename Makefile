.PHONY: run test lock

# HOST= and PORT= choose the address.
run:
	@python3 scripts/run.py

test:
	@python3 scripts/test.py

# Brings the locks up to date with pyproject.toml; the addresses of package indexes stay out.
lock:
	@python3 scripts/lock.py
