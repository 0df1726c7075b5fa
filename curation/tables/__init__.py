"""Tables of an edition in and out, as XLSX and CSV.

cells.py makes text harmless to a spreadsheet and back; writing.py and reading.py do files;
columns.py and table.py say what a table is, through django-import-export; sessions.py, people.py,
organisations.py and figures.py are the tables; importing.py shows and does an import.
"""
