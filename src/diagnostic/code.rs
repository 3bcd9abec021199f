//! The registry of codes: each with its severity and its meaning, in one place.

use std::fmt;

use super::severity::Severity::{self, Advice, Error, Warning};

macro_rules! codes {
    ($($name:ident $severity:ident $summary:literal)*) => {
        /// Which kind of mistake. The letter is the family: **B** files,
        /// **Y** YAML, **M** the model, **P** documents in time, **G** tables of figures,
        /// **V** references, **W** reciprocity, **T** accessibility, **X** Markdown,
        /// **D** the copies on paper, **U** the theme, **S** what makes an agreement one that can be kept, **L** language.
        /// From 101 on, what a build finds; S, L and from 201 on, what `afspraken check` adds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $name,)*
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Whether it is found on paper, after layout: in each copy anew.
            pub fn is_of_paper(self) -> bool {
                self.id().starts_with('D')
            }

            /// The code as users see it.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => $severity,)* }
            }

            /// What it means, in one Dutch phrase.
            pub fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary,)* }
            }
        }
    };
}

codes! {
    B101 Error "bestand of map kan niet worden gelezen"
    B102 Error "bestand is geen UTF-8"
    B103 Error "bestand is te groot"
    B104 Error "koppeling wijst naar een map, of buiten de map met bronnen"
    B105 Error "bestand is leeg"
    B106 Error "bestand ontbreekt"
    B107 Error "tekst bevat een verborgen teken"
    B108 Error "bestand hoort bij geen overeenkomst"
    B109 Error "twee bestanden krijgen hetzelfde adres"
    B110 Error "bestandsnaam is niet bruikbaar"
    B111 Error "tekst bevat een teken dat geen letter heeft"
    B112 Warning "tekst bevat een onzichtbaar teken dat daar niets doet"
    B113 Error "twee bestanden hebben dezelfde naam"
    B114 Error "bestand of map is een kopie van een ander"

    Y101 Error "YAML is niet goed geschreven"
    Y102 Error "onbekende sleutel"
    Y103 Error "waarde is van de verkeerde soort"
    Y104 Error "sleutel staat er twee keer"
    Y105 Error "verplichte sleutel ontbreekt"
    Y106 Error "kop van het bestand is niet afgesloten"
    Y107 Error "YAML is te ingewikkeld"
    Y108 Error "kop van het bestand ontbreekt"
    Y109 Error "tekst achter een hekje gaat verloren"
    Y110 Error "tekst die voor YAML geen tekst is, gaat verloren"

    M101 Error "waarde is niet een van de mogelijke"
    M102 Error "datum bestaat niet"
    M103 Error "periode eindigt voor zij begint"
    M104 Error "id of nummer staat er twee keer"
    M105 Error "onbekende partij"
    M106 Error "afspraak mist wat haar soort vraagt"
    M107 Error "id of nummer heeft een verkeerde vorm"
    M108 Error "onbekende indicator"
    M109 Error "verplichte tekst is leeg"
    M110 Error "adres op het web is niet bruikbaar"
    M111 Error "kleur is niet bruikbaar"
    M112 Error "afspraak staat niet op haar plaats"
    M113 Error "datums spreken elkaar tegen"
    M114 Error "onbekend gebied of onbekende doelgroep"
    M115 Warning "gebied of doelgroep wordt nergens genoemd"
    M116 Error "afspraak werkt een afspraak uit die er niet is"
    M117 Error "afspraken werken elkaar uit in een kring"
    M118 Error "afspraak werkt een afspraak uit van hetzelfde of een lager niveau"
    M119 Error "afspraak eindigt buiten de looptijd"
    M120 Error "opvolger van een beëindigde afspraak klopt niet"
    M121 Warning "lopende afspraak werkt een beëindigde afspraak uit"
    M122 Warning "gegeven past niet bij de soort afspraak"
    M170 Error "ondertekenaar tekent voor iets dat er niet is"
    M171 Warning "partij tekent niet mee, maar doet zelf iets"
    M172 Warning "uitzondering bij ondertekenen staat er dubbel"
    M173 Error "partij tekent nergens voor"
    M174 Warning "gemeenteraad stelt prestatieafspraken niet vast"
    M175 Warning "goedkeuring van het bod ontbreekt"
    M176 Error "opgeheven voorbehoud staat er niet"
    M177 Error "uittreksel van een thema dat er niet is"
    M178 Error "uittreksel zou leeg zijn"
    M179 Error "uittreksel staat er twee keer"
    M180 Error "sleutel past niet bij de soort uittreksel"
    M182 Warning "partij tekent niet"
    M183 Error "partij tekent voor iets wat zij niet meetekent"
    M184 Error "ondertekenaar is geen partij"

    G101 Error "cijfer hoort bij geen partij"
    G102 Error "totaal is niet de som van de cijfers"
    G103 Error "tabel of regel heeft geen cijfers"
    G104 Error "lange termijn past niet bij de tabel"
    G105 Error "opbrengst is hoger dan wat ervan wordt betaald"
    G106 Error "dekking mist opbrengst of uitgave"
    G107 Error "totaal in een tabel die niet optelt"
    G108 Error "uitwerking telt niet op tot de tabel die zij uitwerkt"
    G109 Error "uitwerking van een tabel die er niet is"
    M130 Error "basis bestaat niet"
    M131 Error "overeenkomst noemt zichzelf als basis"
    M132 Error "basis heeft zelf een basis"
    M133 Error "wat wordt weggelaten, staat niet in de basis"
    M134 Error "wat wordt weggelaten, staat er toch"
    M135 Error "afspraak staat in een ander bestand dan in de basis"
    M136 Error "bestand past niet bij dat van de basis"
    M137 Error "aanvulling zonder tekst in de basis"
    M138 Error "afspraak van de basis verdwijnt"
    M139 Error "verwijzing naar een basis zonder eigen pagina's"
    M140 Error "weglaten zonder basis"
    M141 Warning "basis wordt niet gebruikt"

    M150 Error "jaar staat er twee keer"
    M151 Error "beoordeling van een jaar buiten de looptijd"
    M152 Error "van beoordelingen is niet duidelijk welke de laatste is"
    M153 Warning "jaar ligt ver van de looptijd"
    M154 Error "peildatum ligt voor het jaar van het cijfer"
    M155 Error "ambitie is minder dan het minimum"
    M156 Warning "richting past niet bij het doel"
    M157 Warning "twee eenheden voor hetzelfde"
    M158 Error "aantal maanden kan niet"
    M159 Error "evaluatie staat in een ander soort document"
    M160 Error "oordeel over een afspraak die er niet is"
    M161 Error "twee oordelen over één afspraak"

    P101 Error "document mist het document waar het bij hoort"
    P102 Error "document hoort bij een document van de verkeerde soort"
    P103 Error "jaarschijf gaat niet over één kalenderjaar"
    P104 Error "looptijd valt buiten die van het document erboven"
    P105 Error "partij doet niet mee in het document erboven"
    P106 Error "`van` past niet bij de soort overeenkomst"
    P107 Warning "bod gaat niet over vijf kalenderjaren"
    P108 Error "documenten vervangen elkaar in een kring"
    P109 Warning "twee overeenkomsten gelden tegelijk"
    P110 Error "andere dag dan die van de wet is niet afgesproken"
    P111 Error "versies kloppen niet met elkaar of met de datums"
    P112 Error "afspraak werkt een afspraak uit van een document dat er niet boven staat"
    P113 Warning "spelregels noemen geen overleg"

    M190 Error "onbekende regel"
    M191 Error "regel heeft geen grens"

    M195 Error "adres van de website is niet dat van een map"

    V101 Error "verwijzing naar een afspraak die er niet is"
    V102 Error "verwijzing naar een bestand dat er niet is"
    V103 Error "verwijzing naar een onderdeel dat er niet is"
    V104 Error "verwijzing naar een begrip dat er niet is"
    V105 Error "verwijzing met een adres dat niet mag"
    V106 Error "voetnoot bestaat niet"
    V107 Warning "voetnoot wordt niet gebruikt"
    V108 Error "pad wijst buiten de map met bronnen"
    V109 Error "verwijzing naar een overeenkomst die er niet is"
    V110 Error "verwijzing die niet in `verwijzingen.yaml` staat"
    V111 Error "begrip verwijst naar een begrip dat er niet is"
    V112 Warning "beleid dat op een id lijkt, maar er geen is"
    V113 Error "onbekende prioriteit"
    V114 Warning "convenant wordt nergens genoemd"
    V115 Error "bestand van een verwijzing ontbreekt"
    V116 Warning "artikel staat niet in de wet"
    V117 Warning "beleid van een andere gemeente"
    V118 Warning "twee hoofdstukken hebben dezelfde titel"

    W101 Error "bedrag is niet bruikbaar"
    W102 Error "bedrag en jaren passen niet bij elkaar"
    W103 Error "middel mag niet worden afgesproken"
    W104 Warning "bedrag valt buiten de looptijd"
    W105 Warning "huurders wordt om geld gevraagd"
    W106 Error "afspraak hangt af van een afspraak die er niet is"
    W107 Error "afspraak hangt af van zichzelf"
    W108 Error "afspraken wachten in een kring op elkaar"
    W109 Error "pakket bestaat niet"
    W110 Warning "pakket bestaat uit één afspraak"
    W111 Warning "pakket wordt niet gebruikt"
    W112 Warning "bewonerscommissie doet mee naast een huurdersorganisatie"
    W113 Error "extra partij doet al mee"
    W114 Warning "in een thema doet maar één soort partij iets"

    T101 Error "afbeelding heeft geen beschrijving"
    T102 Error "kopniveau wordt overgeslagen"
    T103 Error "kop is leeg"
    T104 Error "kleurcontrast is te laag"
    T105 Error "afbeelding ontbreekt of is stuk"
    T106 Error "afbeelding bevat iets dat niet veilig is"
    T107 Error "teken staat niet in de letter van de PDF"
    T108 Error "verwijzing heeft geen tekst"
    T113 Error "tekening ziet er niet overal hetzelfde uit"

    X101 Warning "HTML wordt als gewone tekst getoond"
    X102 Error "tekst is te diep genest"
    X103 Error "blok is niet afgesloten"
    X104 Error "kop en voetnoot staan in elkaar"
    X105 Error "tekst valt buiten de tabel"
    X106 Error "tekst tussen accolades achter een kop"
    X107 Error "tekst zou verdwijnen"
    X108 Error "adres onder een naam wordt niet gebruikt"
    X109 Error "regel direct onder een tabel wordt een rij"
    X110 Warning "rij heeft minder cellen dan de kop"
    X111 Error "regels met streepjes worden geen tabel"
    X112 Warning "regel hoort nu bij wat erboven staat"
    X113 Error "streep maakt van de tekst erboven een kop"
    X114 Error "ingesprongen tekst wordt code"
    X115 Error "verwijzing werkt niet door een spatie"
    X116 Error "opmaak van een ander programma"
    X117 Error "punt van een lijst springt te weinig in"
    X118 Error "punt van een lijst krijgt een ander nummer"
    X119 Error "achter een opmaakteken ontbreekt een gewone spatie"
    X120 Warning "opmaakteken doet niets"
    X130 Error "opsomtekens uit Word zijn geen lijst"
    X131 Error "cijfers of letters aan het begin van regels zijn geen lijst"
    X132 Error "tabel met tabs is geen tabel"
    X133 Warning "alinea met een opsomteken is geen lijst"

    D101 Error "tekst past niet op het papier"
    D102 Error "tekst staat op papier over andere tekst heen"
    D103 Error "tekst ontbreekt op papier"

    U101 Error "sjabloon van het thema is stuk"
    U102 Error "PDF-sjabloon van het thema is stuk"
    U103 Error "thema bestaat niet"
    U104 Error "label ontbreekt in het thema"

    V201 Advice "begrip wordt nergens gebruikt"
    V202 Advice "afbeelding wordt nergens gebruikt"
    V203 Warning "link naar een andere website werkt niet"
    V204 Advice "uitzondering op een regel is niet nodig"
    V205 Advice "begrip staat er zonder uitleg"

    S101 Warning "datum ligt buiten de looptijd"
    S102 Advice "blijvende afspraak zonder maat"
    S103 Warning "afspraak noemt niemand die iets doet"
    S104 Advice "vaag voornemen zonder maat of datum"
    S105 Advice "vage tijd"
    S106 Advice "lijdende vorm zonder wie het doet"
    S107 Advice "indicator mist nulmeting, streefwaarde of bron"
    S108 Advice "doel zonder afspraak die eraan werkt"
    S109 Advice "intentie zonder datum"
    S110 Advice "veel afspraken in één thema"
    S111 Advice "handeling zonder uitkomst die u kunt nagaan"
    S112 Advice "partijen samen, zonder wie begint"
    S113 Advice "titel van een afspraak is lang"

    W201 Advice "alleen de corporatie doet iets"
    W202 Warning "partij belooft niets"
    W203 Warning "afspraak wacht op iets dat niemand doet"
    W204 Warning "pakket wordt niet door alle partijen getekend"
    W205 Advice "gemeente zet geen middel in"
    W206 Advice "huurders mogen alleen luisteren"
    W207 Warning "afspraak wacht op een afspraak met een latere datum"

    P201 Warning "looptijd is begonnen, maar er is niet getekend"
    P202 Warning "besluit ontbreekt vlak voor de publicatie"
    P203 Warning "voorbehoud staat nog open"
    P204 Warning "uiterste dag voor publicatie is voorbij"
    P205 Advice "dag van publicatie is niet gekozen"
    P206 Warning "publicatie is later dan mag"
    P207 Warning "gemeente zonder afspraken die nu gelden"
    P208 Advice "voorbij jaar zonder oordeel"
    P209 Warning "datum van een afspraak is voorbij zonder bericht"
    P210 Advice "prioriteit van het Rijk zonder afspraak"
    P211 Advice "lezers weten niet bij wie zij terechtkunnen"
    P212 Advice "adres van de website ontbreekt"

    T201 Warning "tekst bij een afbeelding zegt niets"
    T202 Warning "tekst van een link zegt niets"
    T203 Warning "tabel mist een kop boven een kolom"
    T204 Advice "kleur is de enige aanduiding"
    T205 Warning "vette regel in plaats van een kop"
    T206 Advice "tekst bij een afbeelding is lang"
    T207 Advice "zin in een andere taal"
    T208 Advice "woorden in hoofdletters"
    T209 Advice "afbeelding van tekst"
    T210 Advice "verwijzing naar een plek op de pagina"

    L301 Advice "tekst is moeilijk te lezen"
    L302 Advice "lange zin"
    L303 Advice "lijdende vorm keer op keer"
    L304 Advice "moeilijk woord"
    L305 Advice "afkorting zonder uitleg"
    L306 Advice "twee schrijfwijzen voor hetzelfde"
    L307 Advice "dubbele ontkenning"
    L308 Advice "woord staat er dubbel"
    L309 Advice "werkwoord als naamwoord"
    L310 Advice "lange alinea"
    L311 Advice "u en jij door elkaar"

    G201 Advice "bedrag zonder jaar of prijspeil"
    G202 Advice "afspraak over de huursom is niet compleet"
    G203 Advice "afspraak over toewijzen is niet compleet"
    G204 Warning "delen zijn samen geen geheel"
    G205 Advice "bedrag voor meer jaren zonder verdeling"
    G206 Advice "percentage zonder waarvan"
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
