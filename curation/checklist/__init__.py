"""What an edition lacks, or has twice. It warns and never blocks.

One module a noun; each check is a function that takes an edition and yields problems. To add a
check is to write the function and list it in checks.py.
"""
