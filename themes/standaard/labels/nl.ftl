# The fixed texts of the website, in Dutch (Fluent: https://projectfluent.org).
#
# Templates ask for a text with label(key="…"); the program itself takes the
# names of kinds, statuses, roles and dates from here, so that the site, the PDF
# and the data say the same. Change a text on the right of its `=` freely; keep
# the id on the left and the { $names } in braces. A message that this file
# lacks in your own theme comes from the standard theme.
# Plain Dutch (B1), short, and polite: "u".


## Frame of every page

naar-de-inhoud = Direct naar de inhoud
hoofdmenu = Hoofdmenu
voetmenu = Onderaan de pagina
kruimelpad = U bent hier
home = Home
contact = Vragen over de afspraken?
contact-telefoon = Bel { $telefoon }
website-van = Dit is een website van { $corporatie }.

## Paging

bladeren = Verder lezen
vorige = Vorige
volgende = Volgende
overzicht = Overzicht

## Tables of contents

in-dit-document = In dit document
op-deze-pagina = Op deze pagina
hele-document = Het hele document

## Titles of pages that have no source file of their own

titel-404 = Deze pagina bestaat niet
titel-begrippen = Begrippen
titel-volledig = Alles op één pagina

niet-gevonden = Misschien is de pagina verplaatst, of staat er een fout in het adres.
niet-gevonden-home = Ga naar de eerste pagina van deze website

begrippen-uitleg = In de afspraken staan soms vaktermen. Hier leest u wat ze betekenen.
begrippen-geen = Er zijn nog geen begrippen uitgelegd.
home-leeg = Er staan nog geen afspraken op deze website.
letters-van = { $titel }, van a tot z


## Guide

titel-wegwijzer = Wegwijzer
wegwijzer-uitleg = Hier vindt u alle ingangen van deze website.
wegwijzer-begin = Nieuw hier?
wegwijzer-begin-uitleg = Lees deze pagina’s het eerst. Dan weet u snel waar het over gaat.
wegwijzer-afspraken = Zoek een afspraak
wegwijzer-afspraken-uitleg = Alle afspraken in een tabel. U kunt kiezen op partij, thema, soort en meer.
wegwijzer-documenten = De afspraken
wegwijzer-documenten-alle = Alle documenten, van a tot z
wegwijzer-documenten-uitleg = Elke overeenkomst van begin tot eind. Wat nu geldt, staat bovenaan.
wegwijzer-gebieden = Per gebied
wegwijzer-gebieden-uitleg = Wat er is afgesproken voor een wijk, dorp of gemeente.
wegwijzer-doelgroepen = Per doelgroep
wegwijzer-doelgroepen-uitleg = Welke afspraken gaan over een groep bewoners of woningzoekenden.
wegwijzer-achtergrond = Uitleg
wegwijzer-achtergrond-uitleg = Waarom deze afspraken er zijn, en wat moeilijke woorden betekenen.
wegwijzer-overzichten = Overzichten
wegwijzer-overzichten-uitleg = Alle afspraken naast elkaar.
wegwijzer-partijen = Per partij
wegwijzer-partijen-uitleg = Wat elke partij doet, in alle afspraken samen.
wegwijzer-data = Open data
wegwijzer-data-uitleg = De afspraken als bestand, om zelf mee te rekenen.
data-afspraken = alle afspraken als tabel
data-indicatoren = alle indicatoren als tabel
data-evaluatie = alle oordelen als tabel
data-verslag = voor het volkshuisvestingsverslag, over { $gemeente }

verslag-titel = Volkshuisvestingsverslag: wat { $corporatie } deed in { $gemeente }
verslag-uitleg = Gemaakt uit de prestatieafspraken: wat { $corporatie } in { $gemeente } heeft afgesproken, hoe het gaat en welke cijfers daarbij horen.
verslag-inzet = Onze inzet
verslag-oordeel = Oordeel over { $jaar }
verslag-gedaan = Gedaan, { $datum }
verslag-einde = Beëindigd
verslag-indicator = Indicator
verslag-bron = Bron
data-overeenkomst = alles wat is afgesproken
data-schema = Wat er in de bestanden met afspraken kan staan
data-cijfers = alle cijfers als tabel
data-feed = Wat wanneer is besloten, om te volgen
data-sitemap = Alle pagina’s, voor zoekmachines
feed-stap = Sinds { $datum } is de status: { $status }.

## What agreements rest on: policy, priorities, covenants and research, laws

wegwijzer-grondslag = Waar de afspraken op rusten
wegwijzer-grondslag-uitleg = Beleid, prioriteiten van het Rijk, convenanten, onderzoek en wetten.
titel-verwijzingen = Convenanten en onderzoek
verwijzingen-uitleg = Deze stukken horen bij de afspraken, of liggen eraan ten grondslag.
verwijzingen-convenant = Convenanten
verwijzingen-samenwerkingsovereenkomst = Samenwerkingsovereenkomsten
verwijzingen-beleid = Beleid
verwijzingen-regeling = Regelingen
verwijzingen-onderzoek = Onderzoek
verwijzing-convenant = convenant
verwijzing-samenwerkingsovereenkomst = samenwerkingsovereenkomst
verwijzing-beleid = beleid
verwijzing-regeling = regeling
verwijzing-onderzoek = onderzoek
bronnen = Hoort bij deze stukken
bron-datum = Datum
bron-lezen = Lezen
bron-op-web = { $titel }: lees het hele stuk
bron-bestand = Bestand
bron-sha256 = Controlegetal (SHA-256):
gebruikt-in = Genoemd in:
gebruikt-meer = en op nog { $aantal } andere plekken.
titel-beleid = Beleid en afspraken
beleid-uitleg = Per doel van de gemeente ziet u welke afspraken eraan bijdragen. Alleen afspraken die gelden, nog ingaan of in de maak zijn, tellen mee.
beleid-open = Bij deze doelen hoort nog geen afspraak
beleid-via-hoofdstuk = het hoofdstuk is wel genoemd
beleid-alles = Bij elk doel hoort een afspraak of een thema.
beleid-als-geheel = Het hele stuk
beleid-kop = Hoofdstuk of doel
beleid-tabel = Welke afspraken horen bij welk doel van { $titel }?
beleid-geen-overeenkomst = Er zijn nu geen afspraken die hierbij horen.
dekking-geen = geen
prioriteiten = Prioriteit van het Rijk
titel-prioriteiten = Prioriteiten van het Rijk
prioriteiten-uitleg = Het Rijk noemt onderwerpen die corporaties bij hun plannen betrekken. Hier ziet u welke afspraken daarbij horen.
prioriteiten-periode = De prioriteiten van { $periode }
prioriteiten-voorbij = Deze lijst is gemaakt voor { $periode }. Die periode is voorbij. Er is op deze website nog geen nieuwere lijst.
prioriteiten-open = Bij deze prioriteiten hoort geen afspraak
prioriteiten-telling = in { $aantal } van de { $totaal } documenten
prioriteiten-alle = Bij elke prioriteit hoort in elke overeenkomst ten minste één afspraak.
prioriteiten-kop = Prioriteit
prioriteiten-tabel = Welke afspraken horen bij welke prioriteit?
titel-wetten = Wetten in de afspraken
wetten-uitleg = De wetten die in de teksten worden genoemd. De tekst van elk artikel leest u op wetten.overheid.nl.
wetten-geen = In de teksten wordt nog geen wetsartikel genoemd.
wetten-peildatum = De namen en nummers van deze wetten zijn nagekeken op { $datum }. De verwijzingen gaan naar de tekst die nu geldt.
wet-hele-tekst = De hele tekst
wet-artikel = artikel { $artikel }
wet-artikel-lid = artikel { $artikel }, lid { $lid }
begrip-ook = Ook wel:
begrip-zie = Zie ook:

## Route for newcomers

begin-hier = Begin hier
begin-hier-merk = Begin hier
begin-hier-uitleg = Wilt u snel weten wat er is afgesproken? Lees dan deze pagina’s, in deze volgorde.

## All agreements of a document

titel-afspraken = Alle afspraken
afspraken-uitleg = Alle lopende afspraken uit { $titel }, per thema: wie doet wat, en wanneer.
afspraken-aantal =
    { $aantal ->
        [0] Er zijn nog geen afspraken.
        [one] Er is één lopende afspraak.
       *[other] Er zijn { $aantal } lopende afspraken.
    }
soort = Soort
niet-genoemd = niet genoemd
filter = Kies afspraken
filter-zoek = Zoek op woorden
filter-alle = Alle
filter-wis = Wis mijn keuze
filter-uitkomst = U ziet { $aantal } van de { $totaal } afspraken.
filter-partij = Wie doet iets
filter-thema = Thema
filter-soort = Soort
filter-niveau = Niveau
filter-wat = Nieuw of niet
filter-wat-nieuw = nieuw
filter-wat-gaat-door = gaat gewoon door
filter-voortgang = Voortgang
filter-gebied = Gebied
filter-doelgroep = Doelgroep

## Page of a party, and of all parties

titel-partijen = Alle partijen
partijen-uitleg = Deze partijen maken de afspraken. Bij elke partij leest u wat zij doet, in alle afspraken samen.
wegwijzer-partijen-alle = Alle partijen, en wie doet wat

uitleg-partij = Dit heeft { $naam } afgesproken.
partij-leeg = Deze partij doet in geen enkele overeenkomst mee.
taken = Taken
# What is usual for a role (Handreiking prestatieafspraken, "Welke rollen en taken hebben partijen?"); a party may have its own `taken` in site.yaml.
taken-gemeente = De gemeente maakt het woonbeleid en zegt wat er nodig is. Zij bouwt zelf niet, maar zorgt voor plannen, grond en vergunningen. Ook zorg, ondersteuning en de straat horen bij haar werk.
taken-corporatie = De corporatie zorgt voor woningen voor mensen die zelf geen passende woning kunnen vinden, bijvoorbeeld door hun inkomen. Zij bouwt, onderhoudt en verhuurt, en werkt mee aan prettige buurten.
taken-huurdersorganisatie = De huurdersorganisatie komt op voor de huurders. Zij vraagt huurders wat zij vinden, geeft de corporatie advies en praat namens de huurders mee over deze afspraken. Zij helpt ook bewonerscommissies.
taken-bewonerscommissie = De bewonerscommissie komt op voor de bewoners van een gebouw of buurt. Zij praat mee als er geen huurdersorganisatie is.
taken-zorgpartij = De zorgorganisatie helpt mensen die zorg of begeleiding nodig hebben. Zij doet mee waar wonen en zorg bij elkaar komen.
taken-overig = Deze partij helpt mee om de afspraken waar te maken.
kolom-afspraak = Afspraak
kolom-wat = Wat deze partij doet
inzet-in = Wat { $naam } doet: { $thema }
geen-datum = geen datum afgesproken
anderen-wachten = Hier wachten anderen op
wacht-zelf = Hier wacht deze partij zelf op
nodig-voor = nodig voor
partij-zonder-inzet = In deze overeenkomst staat geen eigen inzet van deze partij.


## Kinds of document

soort-overeenkomst-meerjarenafspraken = Meerjarenafspraken
soort-overeenkomst-jaarafspraken = Jaarafspraken
soort-overeenkomst-jaarschijf = Jaarschijf (uitvoeringsprogramma)
soort-overeenkomst-raamovereenkomst = Raamovereenkomst
soort-overeenkomst-bod = Bod
soort-overeenkomst-spelregels = Spelregels
soort-overeenkomst-evaluatie = Evaluatie

## How far a document is

status = Status
status-sinds = sinds { $datum }
status-concept = Concept
status-onderhandelakkoord = Onderhandelakkoord
status-vastgesteld = Vastgesteld
status-ondertekend = Ondertekend
status-vervallen = Vervallen

# Notices on every page of a document that is not (or no longer) binding.
melding-concept = Dit is een concept. De tekst kan nog veranderen.
melding-onderhandelakkoord = De onderhandelaars zijn het eens over deze tekst. De partijen moeten hem nog goedkeuren en ondertekenen.
melding-vastgesteld = Deze tekst is vastgesteld, maar nog niet ondertekend.
melding-vervallen = Deze afspraken zijn vervallen. Ze gelden niet meer.
melding-achtergrond = Dit is informatie bij de afspraken. Het zijn zelf geen afspraken.
melding-archief = De looptijd van deze afspraken is voorbij. U leest ze hier terug.

## How a document stands on the date of the build

fase-van-kracht = van kracht
fase-in-de-maak = in de maak
fase-archief = afgelopen
fase-achtergrond = ter informatie
fase-aanstaand = gaat in op { $datum }

groep-van-kracht = Deze afspraken gelden nu
groep-van-kracht-uitleg = Hier houden de partijen zich nu aan.
groep-aanstaand = Deze afspraken gaan nog in
groep-aanstaand-uitleg = Deze afspraken zijn gemaakt. Zij gelden vanaf de dag die erbij staat.
groep-in-de-maak = Deze afspraken zijn in de maak
groep-in-de-maak-uitleg = Deze afspraken gelden nog niet. De tekst kan nog veranderen.
groep-achtergrond = Overzichten en evaluaties
groep-achtergrond-uitleg = Hier staat wat partijen van plan zijn, of hoe het is gegaan. Dit zijn zelf geen afspraken.
groep-archief = Eerdere afspraken
groep-archief-uitleg = Deze afspraken gelden niet meer. U kunt ze hier teruglezen.

## Parties

rol-gemeente = Gemeente
rol-corporatie = Woningcorporatie
rol-huurdersorganisatie = Huurdersorganisatie
rol-bewonerscommissie = Bewonerscommissie
rol-zorgpartij = Zorgorganisatie
rol-overig = Andere partij

## Areas

gebied-gemeente = Gemeente { $naam }
gebied-regio = Regio { $naam }

## Themes

thema-bouwopgave = Bouwopgave
thema-betaalbaarheid = Betaalbaarheid
thema-duurzaamheid = Duurzaamheid
thema-zorg = Wonen met zorg
thema-spoedzoekers = Spoedzoekers
thema-leefbaarheid = Leefbaarheid


## Kinds of agreement (Handreiking prestatieafspraken, "Wat voor soort afspraken kun je maken?")

soorten-uitleg = Welke soorten afspraken zijn er?

soort-afspraak-proces = Procesafspraak
soort-afspraak-proces-uitleg = De partijen spreken af hoe zij samenwerken: wanneer zij overleggen, plannen, meten en terugkijken.
soort-afspraak-beschrijvend = Beschrijvende afspraak
soort-afspraak-beschrijvend-uitleg = De partijen leggen vast waar zij van uitgaan of wat zij vinden.
soort-afspraak-intentie = Intentieafspraak
soort-afspraak-intentie-uitleg = Een partij doet iets als aan een voorwaarde is voldaan: als dit, dan dat.
soort-afspraak-handeling = Handelingsafspraak
soort-afspraak-handeling-uitleg = De partijen spreken af wie wat doet, en wanneer.
soort-afspraak-garantie = Garantieafspraak
soort-afspraak-garantie-uitleg = Een partij geeft een zekerheid. In principe geldt die altijd.
soort-afspraak-transactie = Transactieafspraak
soort-afspraak-transactie-uitleg = De partijen ruilen: ieder doet iets, zodat het samen lukt.
soort-afspraak-oneens = Nog niet eens
soort-afspraak-oneens-uitleg = De partijen zijn het hierover niet eens. Zij spreken af hoe en wanneer zij hier verder over praten.

## Facts of an agreement

wie-doet-wat = Wie doet wat
wanneer = Wanneer
voorwaarde = Voorwaarde
standpunten = Wat partijen vinden
eigenaar = Wie pakt dit op
gemeten-met = Zo meten we dit
voortgang = Voortgang

## What an agreement is among the others

afspraak = Afspraak
niveau = Niveau
niveau-doel = Doel
niveau-resultaat = Resultaat
niveau-activiteit = Activiteit
werkt-uit = Werkt uit
uitgewerkt-in = Uitgewerkt in
samenhang = Van doel naar activiteit
samenhang-uitleg = Zo hangen de afspraken samen: wat lager staat, werkt uit wat erboven staat.
titel-werkagenda = Werkagenda
werkagenda-uitleg = Dit deden wij al, en het gaat gewoon door. Ook dit zijn afspraken.
werkagenda-elders = De werkagenda hoort bij deze afspraken, maar is hier niet afgedrukt. U leest hem op de website waarop deze afspraken staan.
werkagenda-elders-adres = De werkagenda hoort bij deze afspraken, maar is hier niet afgedrukt. U leest hem op { $adres }.
elders-werkagenda = De afspraken die hierbij horen, staan in de werkagenda.
elders-afgevoerd = De afspraken die hierbij hoorden, staan bij de afgevoerde afspraken.
lees-afspraak = Lees afspraak { $nummer }
titel-afgevoerd = Afgevoerde afspraken
afgevoerd-uitleg = Deze afspraken zijn eerder beëindigd dan de rest. Ze houden hun nummer, zodat u ze kunt teruglezen.
einde = Einde
einde-zin = Beëindigd per { $datum }: { $reden }.
einde-reden-afgerond = afgerond
einde-reden-niet-meer-aan-de-orde = niet meer aan de orde
einde-reden-vervangen = vervangen door een andere afspraak
einde-door = Lees nu

## Areas and target groups

gebieden = Gebieden
titel-gebieden = Gebieden
uitleg-gebieden = Kies een wijk, dorp of ander gebied, en lees wat er voor dat gebied is afgesproken.
uitleg-kenmerk-gebieden = Dit is er afgesproken voor { $naam }.
soort-gebied-wijk = Wijk
soort-gebied-kern = Kern
soort-gebied-gemeente = Gemeente
soort-gebied-regio = Regio
doelgroepen = Doelgroepen
titel-doelgroepen = Doelgroepen
uitleg-doelgroepen = Kies een groep, en lees welke afspraken daarover gaan.
uitleg-kenmerk-doelgroepen = Deze afspraken gaan over { $naam }.
soort-doelgroep = Doelgroep
kenmerk-leeg = Hierover loopt nu geen enkele afspraak.

# Dates and periods; the program fills in days, months and years.
looptijd = { $van } tot en met { $tot }
wanneer-datum = uiterlijk { $datum }
wanneer-maand = in { $maand }
wanneer-jaar = in { $jaar }
wanneer-periode = { $van } tot en met { $tot }
wanneer-jaarlijks = elk jaar
wanneer-doorlopend = doorlopend

# How far it is with carrying out an agreement.
uitvoering = Uitvoering
uitvoering-niet-gestart = nog niet gestart
uitvoering-gestart = gestart
uitvoering-gereed = gereed
uitvoering-gestopt = gestopt
uitvoering-sinds = { $stap } ({ $datum })

# Traffic lights: the word says what the colour and the shape say.
stoplicht-groen = op schema
stoplicht-oranje = vraagt aandacht
stoplicht-rood = loopt achter
licht-van = op { $datum }
licht-door = volgens { $door }
licht-van-door = op { $datum }, volgens { $door }
licht-eerder = Eerdere oordelen over { $jaar }
eerder = Eerder:
verantwoording = Wat is er gedaan
zonder-oordeel = nog zonder oordeel

## Progress of a document, and of all documents

titel-voortgang = Voortgang
titel-voortgang-overzicht = Voortgang van alle afspraken
voortgang-uitleg = Zo gaat het met de afspraken uit: { $titel }.
voortgang-overzicht-uitleg = Zo gaat het met alle afspraken op deze website, per jaar.
voortgang-per-jaar = Hoe het gaat, per jaar
voortgang-doel = Ons doel: aan het eind van de looptijd is elke afspraak klaar of op schema.
voortgang-aandacht = Dit moet eerst worden opgepakt
voortgang-tabel = Voortgang per jaar: { $titel }
voortgang-verder = Alle afspraken en cijfers: { $titel }
voortgang-kwartaal = De meeste cijfers over een jaar komen in het eerste kwartaal van het jaar erna. Een cijfer dat ouder is dan { $maanden } maanden noemen wij oud.
voortgang-leeg = Er zijn nog geen afspraken om te volgen.
afspraak = Afspraak
telling = { $jaar }: { $telling }.
telling-deel = { $aantal } { $oordeel }
telling-groen = { $jaar }: alle afspraken zijn klaar of op schema ({ $aantal }).
telling-niets = Er is nog geen oordeel gegeven.
cijfer-geen = Er is nog geen cijfer over wat is bereikt.
cijfer-laatste = Laatste cijfer: { $getal } ({ $eenheid }), van { $datum }.
cijfer-doel-gehaald = Het doel voor { $jaar } was { $doel }. Dat is gehaald.
cijfer-doel-overtroffen = Het doel voor { $jaar } was { $doel }. Dat is meer dan gehaald: ook de ambitie is bereikt.
cijfer-doel-niet = Het doel voor { $jaar } is { $doel }. Dat is nog niet gehaald.
evaluatie-inhoud = Wat is er van de afspraken gekomen?
evaluatie-over = Wij kijken terug op:
evaluatie-telling = Afspraken: { $telling }.
evaluatie-proces = Hoe werkten wij samen?
evaluatie-goed = Dit ging goed
evaluatie-beter = Dit kan beter
evaluatie-lessen = Dit nemen wij mee
oordeel = Oordeel
oordeel-uitleg = Uitleg
oordeel-gehaald = gehaald
oordeel-deels = deels gehaald
oordeel-niet = niet gehaald
oordeel-loopt-nog = loopt nog
oordeel-geen = niet beoordeeld
oordelen-over = Oordelen over: { $titel }
zonder-uitleg = geen uitleg
geevalueerd = Geëvalueerd
geevalueerd-in = in
cijfer-verouderd = Dit cijfer is oud: het is van { $datum }.

aantal-afspraken =
    { $aantal ->
        [0] nog geen afspraken
        [one] { $aantal } afspraak
       *[other] { $aantal } afspraken
    }


## Who puts in what, and what agreements need of each other

inzetten-van = Wie doet wat bij { $nummer } { $titel }
kolom-partij = Partij
kolom-thema = Thema
kolom-inzet = Wat zij doet
kolom-middelen = Geld of middel
middelen-nvt = n.v.t.
middelen-geen = geen
bedrag-in = { $bedrag } in { $jaar }
bedrag-samen = samen { $bedrag }

# Means by which a party contributes; `anders` is said by the contribution itself.
instrument-achtervang = achtervang
instrument-garantie = garantie
instrument-grondprijs = lagere grondprijs
instrument-grond = grond
instrument-plankosten = plankosten
instrument-inrichtingskosten = inrichtingskosten
instrument-omgevingsplan = omgevingsplan
instrument-doelgroepenverordening = doelgroepenverordening
instrument-subsidie = subsidie
instrument-investering = investering
instrument-anders = ander middel

hiervoor-is-nodig = Hiervoor is nodig
hierop-wacht = Hierop wacht
pakket = Pakket
pakket-samen = Deze afspraak geldt alleen samen met:
pakketten = Pakketten
pakketten-uitleg = De afspraken in een pakket horen bij elkaar. Gaat een ervan niet door, dan praten de partijen opnieuw over het hele pakket.
extra-partijen = Doen alleen bij dit thema mee
alleen-bij = doet alleen mee bij
en = en

titel-verdeling = Wie doet wat
verdeling-van = Wie doet wat in { $titel }
verdeling-uitleg = In hoeveel afspraken elke partij iets doet. Een afspraak telt mee bij elke partij die erin staat.
verdeling-samen = Samen
verdeling-nvt = n.v.t.
verdeling-voluit = { $aantal } van { $partij }: { $waar }


## Page of a theme

visie = Wat wij samen willen
doelen = Onze doelen
beleid = Hoort bij dit beleid
indicatoren = Zo meten we de voortgang
indicator-jaar = Jaar
indicator-nulmeting = Beginstand
indicator-streef = Doel
indicator-stand = Bereikt
indicator-minimum-hoger = Ten minste
indicator-minimum-lager = Hoogstens
indicator-ambitie = Ambitie
indicator-eenheid = Aantallen in { $eenheid }.
indicator-bron = Bron:
indicator-peildatum = cijfers van { $datum }
indicator-eigenaar = { $partij } houdt dit bij.
richting-hoger = Een hoger getal is beter.
richting-lager = Een lager getal is beter.
streef-hoger = ten minste { $minimum } en liefst { $ambitie }
streef-lager = hoogstens { $minimum } en liefst { $ambitie }
cijfer-van = { $jaar }: gemeten op { $datum }.
cijfer-bij = { $jaar }: { $tekst }
cijfer-van-bij = { $jaar }: gemeten op { $datum }. { $tekst }

# The chart of an indicator, in words for those who do not see it.
grafiek = Grafiek: { $titel }
grafiek-van = Grafiek van: { $titel }, in { $eenheid }.
grafiek-begin = Het begint met { $getal } in { $jaar }.
grafiek-doel = Het doel voor { $jaar } is { $doel }.
grafiek-doelen = Het doel gaat van { $van } in { $eerste } naar { $naar } in { $laatste }.
grafiek-stand = Het laatste cijfer is { $getal }, over { $jaar }.
grafiek-zonder-stand = Er is nog geen cijfer over wat is bereikt.
grafiek-schaal = Let op: de schaal begint bij
niet-bekend = niet bekend


## Base text and text of one's own

herkomst-basis = Basistekst
herkomst-eigen = Alleen in { $gebied }
herkomst-vervangt = Vervangt de basistekst in { $gebied }
herkomst-basistekst = Lees de basistekst
herkomst-ook = Dezelfde afspraak in:
herkomst-ook-aantal = Dezelfde afspraak in { $aantal } andere documenten

basis-titel = Basistekst en eigen tekst
basis-uitleg = Dit document gebruikt de basistekst ‘{ $titel }’. Bij elke afspraak en elk stuk tekst staat of het basistekst is, of alleen hier geldt.
basis-telling = Van de afspraken komen er { $basis } uit de basistekst. Daarnaast { $vervangt ->
        [0] vervangt geen enkele afspraak
        [1] vervangt één afspraak
       *[other] vervangen { $vervangt } afspraken
    } de basistekst, en { $eigen ->
        [0] geldt er geen
        [1] geldt er één
       *[other] gelden er { $eigen }
    } alleen in { $gebied }.
basis-lezen = Lees de basistekst
basis-weggelaten = Niet in dit document
basis-weggelaten-uitleg = Dit staat wel in de basistekst. Hier is het weggelaten.
basis-zusters = Andere documenten met dezelfde basistekst
basis-van = Documenten met deze basistekst
basis-van-uitleg = Deze tekst is ook de basis van andere documenten.


## Tables of figures

cijfers = Cijfers
cijfers-onderwerp = Onderwerp
cijfers-partij = Partij
cijfers-overeenkomst = Overeenkomst
cijfers-totaal = Totaal
cijfers-hoort-bij = Hoort bij
cijfers-jaren = { $van } tot en met { $tot }
cijfers-per-partij = { $titel }: per partij
cijfers-per-onderwerp = { $titel }: per onderwerp
cijfers-van = Alle cijfers zijn van { $partij }.

# How firm the figures of a year are.
cijfers-eerder = al voorbij
cijfers-eerste-jaar = eerste jaar
cijfers-doorkijk = doorkijk
cijfers-lange-termijn = lange termijn

# In what a table counts.
cijfers-aantallen = Aantallen in { $eenheid }.
cijfers-euro = Bedragen in euro’s, prijspeil { $jaar }.
cijfers-duizend-euro = Bedragen in duizenden euro’s, prijspeil { $jaar }.
cijfers-miljoen-euro = Bedragen in miljoenen euro’s, prijspeil { $jaar }.
cijfers-onbekend = Waar een streepje staat, is nog geen cijfer bekend.
cijfers-onbekend-totaal = Waar een streepje staat, is nog geen cijfer bekend. De totalen tellen op wat wel bekend is.

# What comes in for a purpose, and what is paid of it.
cijfers-opbrengst = Wat er binnenkomt
cijfers-opbrengst-samen = Samen binnen
cijfers-uitgave = Wat ervan wordt betaald
cijfers-uitgave-samen = Samen betaald
cijfers-verschil = Verschil
cijfers-verschil-uitleg = Betaald min binnengekomen
cijfers-dekking = Over alle jaren samen gaat de hele opbrengst naar dit doel. Is er meer betaald dan er binnenkwam, dan komt de rest uit ander geld.

# Figures of an agreement, in a sentence.
cijfers-aantal = { $getal } { $eenheid }
cijfers-bedrag = €{ "\u00A0" }{ $bedrag }
cijfers-in-jaar = { $getal } in { $jaar }
cijfers-op-termijn = { $getal } in { $van } tot en met { $tot }
cijfers-en = { $eerste } en { $laatste }
cijfers-samengeteld = { $cijfers }, samen { $totaal }
cijfers-samen-met = samen met { $afspraken }

# Page of all figures of a document.
titel-cijfers = Alle cijfers
cijfers-beschrijving = Alle cijfers van { $titel } bij elkaar: van wie ze zijn, voor welk jaar, en hoeveel het samen is.
cijfers-overzicht = Wat elke partij uitgeeft
cijfers-overzicht-uitleg = Dit is de som van alle investeringen in deze overeenkomst. Hieronder ziet u waaruit de bedragen bestaan.
cijfers-investeringen-samen = Investeringen per partij
cijfers-bestand = Download deze cijfers

# Page of the figures of all documents.
titel-cijfers-alle = Cijfers van alle afspraken
cijfers-alle-uitleg = Wat elke partij doet en uitgeeft in alle afspraken samen. Bij elk totaal ziet u in welke overeenkomst het staat.
cijfers-geen = Er staan nog geen cijfers in de afspraken.
cijfers-geen-som = De cijfers van deze overeenkomsten zijn niet op te tellen.
cijfers-samen = samen
cijfers-alle-partijen = Alle partijen
cijfers-groep-gemaakt = Gemaakte afspraken
cijfers-groep-gemaakt-uitleg = Deze afspraken gelden, of zijn gemaakt en gaan nog in.
cijfers-groep-in-de-maak = Afspraken in de maak
cijfers-groep-in-de-maak-uitleg = Deze cijfers kunnen nog veranderen. Ze tellen niet mee bij de gemaakte afspraken.


## Page of a document

afspraken = Afspraken
themas = Thema’s
themas-van = Thema’s van { $titel }
partijen = Partijen
partij-website = Website van { $naam }
vooraf = Vooraf
verder-lezen = Meer in dit document
hoofdstukken = Hoofdstukken
bijlagen = Bijlagen
bijlage = Bijlage { $nummer }
periode = Looptijd
besluitvorming = Van concept naar ondertekend
stap-nu = hier zijn we nu
stap-nog-niet = nog niet
eerder-en-later = Eerder en later
vervangt = Dit komt in de plaats van:
vervangen-door = In de plaats hiervan kwam:
goedkeuringen = Wie besluit
goedkeuringen-uitleg = Elke partij heeft een eigen orgaan dat over de afspraken besluit.
besluit-orgaan = Orgaan en partij
besluit-besluit = Besluit
besluit-vaststelling = vastgesteld op { $datum }
besluit-vaststelling-volgt = nog niet vastgesteld
besluit-goedkeuring = goedgekeurd op { $datum }
besluit-goedkeuring-volgt = nog niet goedgekeurd
besluit-mandaat = mandaat gegeven op { $datum }
besluit-mandaat-volgt = nog geen mandaat gegeven
besluit-instemming = ingestemd op { $datum }
besluit-instemming-volgt = nog niet ingestemd
besluit-kennisname = ingelicht op { $datum }
besluit-kennisname-volgt = nog niet ingelicht
voorbehoud-open = onder voorbehoud: { $tekst }
voorbehoud-opgeheven = het voorbehoud is opgeheven op { $datum } ({ $tekst })
voorbehoud-van = { $partij }, { $orgaan }: { $voorbehoud }
ondertekening = Wie ondertekent
getekend-op = Ondertekend op { $datum }.
getekend-te-op = Ondertekend in { $plaats } op { $datum }.
getekend = Ondertekend.
ondertekening-gepland-op = De ondertekening is gepland op { $datum }.
ondertekening-gepland-te-op = De ondertekening is gepland in { $plaats } op { $datum }.
ondertekening-volgt = De partijen ondertekenen later.
ondertekening-uitleg = Functies van wie tekenen. Namen en handtekeningen staan alleen op papier.
tekent-partij = Partij
tekent-functie = Functie
tekent-voor = Tekent voor
tekent-voor-geheel = alle afspraken
tekent-voor-behalve = alle afspraken, behalve { $delen }
tekent-voor-thema = { $thema }: alle afspraken
tekent-onderdeel = Onderdeel
tekent-reden = Reden
teken-namens = namens { $orgaan }
teken-mandaat = mandaat: { $besluit }
teken-mandaat-op = mandaat: { $besluit }, { $datum }
tekent-te-op = tekent in { $plaats } op { $datum }
tekent-te = tekent in { $plaats }
tekent-op = tekent op { $datum }
tekenclausule-eigen-inzet = Elke partij tekent alleen voor wat zij zelf doet. Wat een andere partij belooft, is de zaak van die partij.
tekenclausule-deel = Niet elke partij tekent voor alle afspraken. Bij elke partij staat waarvoor zij tekent.
tekent-niet-mee = Akkoord, maar tekent niet mee
tekent-niet-mee-uitleg = Deze partijen zijn het eens met het geheel. Onder deze onderdelen zetten zij geen handtekening.
publicatie = Publicatie
publicatie-op = Datum van publicatie: { $datum }.
publicatie-uiterlijk = Dit document staat uiterlijk op { $datum } op deze website.
downloads = Downloads
download-pdf = Download de afspraken
download-pdf-anders = Download dit document
soort-pdf = PDF
download-uittreksel = Download een deel: { $titel }
uittreksel-partij = Wat { $naam } doet
uittreksel-jaar = Afspraken voor { $jaar }
download-tekst = Download de tekst van de vingerafdruk
soort-tekst = tekstbestand
vingerafdruk = Vingerafdruk van de tekst
vingerafdruk-uitleg = Deze code hoort bij precies deze tekst: staat op papier dezelfde code, dan is de tekst op papier gelijk aan die op deze website.
vingerafdruk-lang = De code voluit (SHA-256)
vingerafdruk-tekst = De tekst waarvan de code is gemaakt


## Documents that belong together

hoort-bij-elkaar = Wat bij elkaar hoort
hoort-bij = Hoort bij
hoort-hierbij = Hoort hierbij
bod-van = Dit bod is van
boven-jaarschijf = Deze jaarschijf werkt een jaar uit van
boven-evaluatie = Deze evaluatie kijkt terug op
boven-bod = Dit bod is de voorbereiding van
boven-spelregels = Deze spelregels horen bij
boven-overig = Dit document hoort bij
raam-uitleg = Dit is het gezamenlijke kader. Daaronder staan documenten per partij. Elk daarvan geldt alleen voor wie erin staat.
in-de-tijd = Eerder, nu en later
werkt-meerjarig-uit = Werkt uit
uitgewerkt-per-jaar = Verder uitgewerkt in
afspraak-elders = { $afspraak } ({ $document })

## Versions of a document

versies = Versies
versies-uitleg = Wat er per versie is veranderd. De nieuwste staat bovenaan.
versie = Versie
versie-anders = Wat is er anders

## Calendar

titel-kalender = Kalender
kalender-uitleg = Wat er wanneer moet gebeuren, voor alle afspraken samen.
kalender-proces = Van uitnodiging tot einde
kalender-afspraken = Wanneer afspraken klaar moeten zijn
kalender-afspraken-toon = Toon wanneer elke afspraak klaar moet zijn
kalender-gedeeld = Hier staat wat veel afspraken samen hebben. De dagen van één document staan op de pagina van dat document.
kalender-aantal =
    { $aantal ->
        [one] in { $aantal } document
       *[other] in { $aantal } documenten
    }
kalender-maand = { $maand } { $jaar }
kalender-voorbije-dagen = Voorbij
kalender-jaar-voorbij = Toon { $jaar }
kalender-datum = Datum
kalender-wat = Wat
kalender-voorbij = voorbij
kalender-vandaag = vandaag
kalender-bron = Bron: { $bron }
kalender-zelf-afgesproken = zelf afgesproken; volgens { $bron } mag dat
data-kalender = Deze dagen voor uw eigen agenda
data-kalender-document = De dagen van dit document voor uw eigen agenda
gebeurtenis-uitnodiging = Laatste dag waarop de corporatie gemeente en huurders uitnodigt voor het gesprek over de afspraken
gebeurtenis-overzicht = Laatste dag voor het overzicht van voorgenomen werkzaamheden (het bod)
gebeurtenis-overeenstemming = De onderhandelaars willen het nu eens zijn
gebeurtenis-cijfers = De cijfers over { $jaar } zijn bekend
gebeurtenis-stap = Status: { $status }
gebeurtenis-besluit = Besluit van { $orgaan } ({ $partij })
gebeurtenis-ondertekening = Ondertekening
gebeurtenis-publicatie = Publicatie op de website
gebeurtenis-publiceren = Uiterste dag voor publicatie
gebeurtenis-begin = De afspraken gaan in
gebeurtenis-einde = Laatste dag van de looptijd
gebeurtenis-afspraak = { $nummer } { $titel }

## Working together

samenwerken = Zo werken wij samen
overleg = Overleg
overleg-naam = Overleg
overleg-wie = Wie
overleg-vaak = Hoe vaak
overleg-waarover = Waarover
aanspreekpunten = Wie kunt u aanspreken
aanspreekrol-onafhankelijk-voorzitter = Onafhankelijk voorzitter
aanspreekrol-procesbegeleider = Procesbegeleider
aanspreekrol-secretaris = Secretaris
aanspreekrol-bemiddelaar = Bemiddelaar
aanspreekrol-contact = Contact

## When parties disagree

geschil = Als het niet lukt
geschil-stappen = Worden partijen het niet eens, of vindt een partij dat een afspraak niet wordt nagekomen? Dan doen zij dit:
geschil-bemiddelaar = Wie bemiddelt:
geschil-bindend = Dat oordeel is bindend.
geschil-niet-bindend = Dat oordeel is een advies.
geschil-wet = Wat de wet zegt
geschil-minister = Lukt het niet om afspraken te maken, of om ze na te komen? Dan kan elke partij het geschil aan de minister voorleggen. Dat hoeft niet.
geschil-termijn = De andere partijen kunnen binnen { $zienswijze } weken zeggen wat zij ervan vinden. De minister beslist binnen { $uitspraak } weken.
geschil-bron = Bron: { $bron }, zoals gelezen op { $gelezen }.


## Running text

voetnoten = Voetnoten
voetnoot = Voetnoot { $nummer }
terug-naar-tekst = Terug naar de tekst
gedaan = Gedaan
nog-te-doen = Nog te doen
link-naar = Link naar dit onderdeel: { $titel }
tabel = Tabel: { $koppen }

kader-goed-voorbeeld = Goed voorbeeld
kader-voorbeeld = Voorbeeld
kader-gewijzigde-wet = Gewijzigde wet
kader-definitie = Definitie
kader-let-op = Let op

## What facts of themes and agreements are called on paper, where that is not their name on the page

papier-herkomst = Herkomst
papier-wie = Wie
papier-standpunten = Standpunten
papier-eigenaar = Trekker
papier-indicator = Indicator
papier-indicatoren = Indicatoren
papier-beleid = Beleid
papier-bronnen = Bronnen
papier-tekent-niet-mee = Tekent niet mee
papier-onderwerp = Onderwerp
papier-visie = Visie
papier-doelen = Doelen
papier-alleen-hier = Doen alleen hier mee

## The live preview (`afspraken serve`): the bar, panels and notes beside the page.
## Words between backticks are shown as code. What is filled in is text, also a number.

voorbeeld-stand-van-zaken = Voorbeeld: stand van zaken
voorbeeld-balk-verbergen = Balk verbergen
voorbeeld-balk-tonen = Balk tonen
voorbeeld-status = Status:
voorbeeld-volgt = Voorbeeld. Deze pagina volgt wat u opslaat.
voorbeeld-geen-verbinding = Geen verbinding met het programma. Loopt `afspraken serve` nog? Deze pagina wordt vanzelf bijgewerkt als het programma weer loopt.
voorbeeld-niet-bijgewerkt = Voorbeeld: bijwerken is niet gelukt.
voorbeeld-zie-ook = Zie ook { $plaats }:
voorbeeld-tip = Tip:
voorbeeld-openen = Openen in uw tekstprogramma
voorbeeld-bestand-en-regel = { $bestand }, regel { $regel }
voorbeeld-op-pagina = Staat op de pagina
voorbeeld-melding-sluiten = Melding sluiten
voorbeeld-opgelost = Alle fouten zijn opgelost.
voorbeeld-pagina-weg = Deze pagina is er niet meer.
voorbeeld-naar-startpagina = Naar de startpagina
voorbeeld-andere-pagina = een andere pagina
voorbeeld-gewijzigd = Gewijzigd: { $wat }
voorbeeld-gewijzigd-eerder = Gewijzigd: { $wat } (eerder op deze pagina)
voorbeeld-gewijzigd-verderop = Gewijzigd: { $wat } (verderop op deze pagina)
voorbeeld-gewijzigd-en-meer = Gewijzigd: { $wat } (en nog { $aantal })
voorbeeld-ga-erheen = Ga erheen
voorbeeld-nog-te-doen = Nog te doen ({ $aantal })
voorbeeld-nagelezen = Nagelezen ({ $aantal })
voorbeeld-waarschuwing = { $aantal } waarschuwing
voorbeeld-waarschuwingen = { $aantal } waarschuwingen
voorbeeld-fout = { $aantal } fout
voorbeeld-fouten = { $aantal } fouten
voorbeeld-pagina-van-ervoor = De pagina die u ziet, is van vóór deze fouten.
voorbeeld-sluiten = Sluiten
voorbeeld-uitklappen = Uitklappen
voorbeeld-inklappen = Inklappen
voorbeeld-pdf = PDF
voorbeeld-pdf-ernaast = ernaast
voorbeeld-pdf-welke = Welke PDF
voorbeeld-pdf-downloaden = Downloaden
voorbeeld-pdf-fouten = Fouten in de PDF
voorbeeld-pdf-waar = pagina { $pagina } van { $aantal }
voorbeeld-pdf-van-document = PDF van dit document
voorbeeld-pdf-sluiten = PDF sluiten
voorbeeld-pdf-grootte = Grootte van de PDF
voorbeeld-pdf-paginas = Pagina’s van de PDF
voorbeeld-pdf-pagina = Pagina { $pagina } van de PDF
voorbeeld-pdf-bijgewerkt = PDF wordt bijgewerkt…
voorbeeld-pdf-van-ervoor = Deze PDF is van vóór de fouten.
voorbeeld-pdf-nog-niet = Door de fouten is er nog geen PDF.
voorbeeld-pdf-onbereikbaar = De PDF is nu niet op te halen.
