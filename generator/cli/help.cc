#include "cli/command_line.h"

namespace katern::cli {
namespace {

constexpr std::string_view kDutch = R"(Katern maakt van de map content een website.

Gebruik:
  katern build  [opties]       maak de website in output/
  katern check  [opties]       zoek dezelfde fouten, schrijf niets
  katern new SOORT "Titel"     maak een nieuw bestand met de velden van die soort
  katern list SOORT            laat zien wat er van een soort is
  katern schema [SOORT]        de velden als JSON Schema of als Markdown
  katern template BESTAND      laat zien wat één sjabloon maakt
  katern help                  deze uitleg
  katern --version             de versie

Opties bij build en check:
  --root MAP                   de map met content/ en themes/ (anders: de huidige)
  --output MAP                 waar de website komt (anders: output/ in --root)
  --base-url ADRES             het adres van de website, in plaats van dat in site.yaml
  --as-of JJJJ-MM-DD           de dag waarvoor de website wordt gemaakt (anders: vandaag)
  --drafts                     neem ook concepten mee
  --jobs N                     met hoeveel draden (anders: één per kern)

Opties bij new:
  --root MAP, --as-of DAG      als bij build; de dag komt in de nieuwe tekst
  --format text|json           hoe de opdracht zegt wat er is gemaakt

Opties bij list:
  --root, --as-of, --drafts    als bij build
  --where EXPR                 alleen waarvoor dit waar is: "status == 'actief' and practoren"
  --sort SLEUTEL               een veld of expressie, met een min ervoor aflopend; mag vaker: --sort -datum
  --fields A,B,C               welke kolommen: velden of expressies (anders: titel en bestand, of alle velden)
  --format text|json|csv       een tabel, JSON, of CSV voor een rekenblad

Opties bij schema:
  --format json|markdown       JSON Schema voor editors, of een pagina om te lezen

Opties bij template:
  --data BESTAND.json          de gegevens voor het sjabloon

Overal:
  --lang nl|en                 de taal van de meldingen (anders: die van de site)
  --format text|json|github    de vorm van de meldingen
  --color auto|always|never    kleuren op de terminal
  --quiet                      alleen fouten

Na afloop is de code 0 (klaar), 1 (de inhoud heeft fouten, of het nieuwe bestand bestaat al), 2 (de opdrachtregel
klopt niet) of 3 (de machine weigerde: schijf of net).
)";

constexpr std::string_view kEnglish = R"(Katern turns the folder content into a website.

Usage:
  katern build  [options]      make the website in output/
  katern check  [options]      look for the same mistakes, write nothing
  katern new KIND "Title"      make a new file with the fields of that kind
  katern list KIND             show what there is of a kind
  katern schema [KIND]         the fields as JSON Schema or as Markdown
  katern template FILE         show what one template makes
  katern help                  this page
  katern --version             the version

Options of build and check:
  --root DIR                   the folder with content/ and themes/ (default: the current one)
  --output DIR                 where the website goes (default: output/ in --root)
  --base-url URL               the website's address, instead of the one in site.yaml
  --as-of YYYY-MM-DD           the day that the website is made for (default: today)
  --drafts                     drafts too
  --jobs N                     how many threads (default: one a core)

Options of new:
  --root DIR, --as-of DAY      as with build; the day goes into the new entry
  --format text|json           how the command tells what was made

Options of list:
  --root, --as-of, --drafts    as with build
  --where EXPR                 only those for which this is true: "status == 'actief' and practoren"
  --sort KEY                   a field or an expression, a minus first for descending; may be repeated: --sort -datum
  --fields A,B,C               which columns: fields or expressions (default: title and file, or all fields)
  --format text|json|csv       a table, JSON, or CSV for a spreadsheet

Options of schema:
  --format json|markdown       JSON Schema for editors, or a page to read

Options of template:
  --data FILE.json             the data for the template

Everywhere:
  --lang nl|en                 the language of messages (default: the site's)
  --format text|json|github    the form of messages
  --color auto|always|never    colours on the terminal
  --quiet                      errors only

The exit code is 0 (done), 1 (the content has errors, or the new file is there already), 2 (the command line is
wrong) or 3 (the machine refused: disk or net).
)";

}  // namespace

std::string help_text(Language language) { return std::string(language == Language::dutch ? kDutch : kEnglish); }

}  // namespace katern::cli
