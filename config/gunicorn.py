"""gunicorn reads this: https://docs.gunicorn.org/en/stable/settings.html"""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Threads, so that a few slow visitors do not hold up a whole worker.
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30  # seconds
graceful_timeout = 20  # seconds
# Memory that the libraries keep goes back now and then, not in all workers at once.
max_requests = 20_000
max_requests_jitter = 2_000
loglevel = "warning"
