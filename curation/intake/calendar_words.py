"""Names of months and days of the week in EN, FR, DE, ES, IT, PL and RO, folded."""

_MONTHS = """
january jan janvier janv januar janner enero gennaio gen styczen stycznia ianuarie ian
february feb fevrier fevr fev februar feber febrero febbraio luty lutego februarie
march mar mars marz maerz mrz marzo marzec marca martie
april apr avril avr abril abr aprile kwiecien kwietnia aprilie
may mai mayo maggio mag maj maja
june jun juin juni junio giugno giu czerwiec czerwca iunie iun
july jul juillet juil juli julio luglio lug lipiec lipca iulie iul
august aug aout agosto ago sierpien sierpnia
september sep sept septembre septiembre settembre wrzesien wrzesnia septembrie
october oct octobre oktober okt octubre ottobre ott pazdziernik pazdziernika octombrie
november nov novembre noviembre listopad listopada noiembrie
december dec decembre dezember dez diciembre dic dicembre grudzien grudnia decembrie
"""
_WEEKDAYS = """
monday lundi montag lunes lunedi poniedzialek luni
tuesday mardi dienstag martes martedi wtorek marti
wednesday mercredi mittwoch miercoles mercoledi sroda miercuri
thursday jeudi donnerstag jueves giovedi czwartek joi
friday vendredi freitag viernes venerdi piatek vineri
saturday samedi samstag sonnabend sabado sabato sobota sambata
sunday dimanche sonntag domingo domenica niedziela duminica
"""
# Too short to stand alone; they count only beside a date.
_SHORT_WEEKDAYS = """
mon mo lun pon pn
tue tues di mar wt
wed mi mer mie sr
thu thur thurs do jeu jue gio czw
fri fr ven vie pt vin
sat sa sam sab sob
sun so dim dom nd
"""
_ORDINALS = """
one first premier premiere erster eins primer primero primo pierwszy prima unu
two second deuxieme zweiter zwei segundo secondo due drugi doua doi
three third troisieme dritter drei tercero tercer terzo tre trzeci treia trei
four fourth quatrieme vierter vier cuarto quarto czwarty patra
"""


def _numbered(table, first):
    rows = table.split("\n")[1:-1]
    return {word: number for number, row in enumerate(rows, start=first) for word in row.split()}


MONTHS = _numbered(_MONTHS, 1)
WEEKDAYS = _numbered(_WEEKDAYS, 0)
SHORT_WEEKDAYS = _numbered(_SHORT_WEEKDAYS, 0)
ORDINALS = _numbered(_ORDINALS, 1)
DAY_WORDS = ("day", "jour", "journee", "tag", "dia", "giorno", "giornata", "dzien", "ziua", "zi")
