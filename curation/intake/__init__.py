"""Reads the text of an agenda: no database, no network, no Django.

`read_agenda(text)` in programme.py is the way in; records.py says what comes out.
"""
