.PHONY: run test lock intake-report

# HOST= and PORT= choose the address.
run:
	@python3 scripts/run.py

test:
	@python3 scripts/test.py

# The share of agendas' sessions and people that are read right, by form.
intake-report:
	@python3 scripts/intake_report.py

# Brings the locks up to date with pyproject.toml; the addresses of package indexes stay out.
lock:
	@python3 scripts/lock.py
