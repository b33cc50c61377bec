//! The numbers from one to twenty in words, as chapters are counted with them in many languages.

use super::{Numeral, Numerals, letter, letters_after, plain_letters, split};

/// How the words for the numbers from 1 begin, in lower case, the kinds of one number parted by a bar: English, German, Dutch,
/// Swedish, Danish, Finnish, Czech, Hungarian, Indonesian, Persian, French, Spanish, Portuguese, Italian, Polish, Russian,
/// Ukrainian, Greek, Turkish, Arabic, Hebrew, Hindi.
const LANGUAGES: [&str; 22] = [
    "one|first two|second three|third four|fourth five|fifth six|sixth seven|seventh \
     eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth \
     fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth \
     eighteen|eighteenth nineteen|nineteenth twenty|twentieth",
    "eins|erst zwei drei|dritt vier fünf sechs sieb|sieben acht neun zehn elf zwölf \
     dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig|zwanzigst",
    "een|eerst twee|tweed drie|derd vier|vierd vijf|vijfd zes|zesd zeven|zevend acht|achtst \
     negen|negend tien|tiend elf twaalf|twaalfd dertien veertien vijftien zestien zeventien \
     achttien negentien twintig",
    "ett|först två|andra tre|tredj fyra|fjärd fem|femt sex|sjätt sju|sjund åtta|åttond \
     nio|nion tio|tiond elva|elft tolv|tolft",
    "en|først to|anden|andre tre|tredj fire|fjerd fem|femt seks|sjett syv|syvend otte|ottend|åttend \
     ni|niend ti|tiend elleve|ellevt tolv|tolvt",
    "yksi|ensimmäi kaksi|toinen kolme|kolmas neljä|neljäs viisi|viides kuusi|kuudes seitsemä \
     kahdeksa yhdeksä kymmene",
    "jedna|první dvě|druhá tři|třetí čtyři|čtvrt pět|pátá šest|šestá sedm|sedmá osm|osmá \
     devět|devát deset|desát",
    "egy|első kettő|második három|harmadik négy|negyedik öt|ötödik hat|hatodik hét|hetedik \
     nyolc|nyolcadik kilenc|kilencedik tíz|tizedik",
    "satu|pertama dua|kedua tiga|ketiga empat|keempat lima|kelima enam|keenam tujuh|ketujuh \
     delapan|kedelapan sembilan|kesembilan sepuluh|kesepuluh",
    "اول|یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
    "un|premi deux|deuxi|second trois|troisi quatre|quatri cinq|cinqui six|sixi sept|septi \
     huit|huiti neuf|neuvi dix|dixi onze|onzi douze|douzi treize|treizi quatorze|quatorzi \
     quinze|quinzi seize|seizi dix-sept dix-huit dix-neuf vingt|vingti",
    "uno|prim dos|segund tres|tercer cuatro|cuart cinco|quint seis|sext siete|séptim \
     ocho|octav nueve|noven diez|décim once|undécim doce|duodécim trece catorce quince \
     dieciséis diecisiete dieciocho diecinueve veinte|vigésim",
    "um|primeir dois|duas|segund três|terceir quatro|quart cinco|quint seis|sext sete|sétim \
     oito|oitav nove|non dez|décim onze doze treze quatorze|catorze quinze dezesseis \
     dezessete dezoito dezenove vinte|vigésim",
    "uno|prim due|second tre|terz quattro|quart cinque|quint sei|sest sette|settim \
     otto|ottav nove|non dieci|decim undic|undicesim dodic|dodicesim tredic|tredicesim \
     quattordic quindic sedic diciassett diciott diciannov venti",
    "jeden|pierwsz dwa|drug trzy|trzec cztery|czwart pięć|piąt sześć|szóst siedem|siódm \
     osiem|ósm dziewięć|dziewiąt dziesięć|dziesiąt jedenaści|jedenast dwanaści|dwunast",
    "один|перв два|втор три|трет четыре|четв|четвёрт пять|пят шесть|шест семь|седьм \
     восемь|восьм девять|девят десять|десят одиннадцат двенадцат тринадцат четырнадцат \
     пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат",
    "один|перш дві|друг три|трет чотири|четверт п’ять|п’ят шість|шост сім|сьом вісім|восьм \
     дев’ять|дев’ят десять|десят",
    "ένα|πρώτ δύο|δεύτερ τρία|τρίτ τέσσερα|τέταρτ πέντε|πέμπτ έξι|έκτ επτά|έβδομ οκτώ|όγδο \
     εννέα|ένατ δέκα|δέκατ έντεκα|ενδέκατ δώδεκα|δωδέκατ",
    "bir|ilk|birinc iki|ikinc üç|üçünc dört|dördünc beş|beşinc altı|altınc yedi|yedinc \
     sekiz|sekizinc dokuz|dokuzunc on|onunc",
    "الأول الثان الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "ראשון שני שלישי רביעי חמישי שישי שביעי שמיני תשיעי עשירי",
    "एक|पहल|प्रथम दो|दूसर|द्वितीय तीन|तीसर|तृतीय चार|चौथ|चतुर्थ पाँच|पांच|पंचम छह|छठ|षष्ठ \
     सात|सप्तम आठ|अष्टम नौ|नवम दस|दशम",
];

/// The words may go on for so many letters: *first*, *primer-a*, *перв-ая*.
const ENDING: usize = 3;

/// Words that stand before a number in words and say nothing.
const ARTICLES: [&str; 10] = ["the", "der", "die", "das", "le", "la", "el", "il", "o", "a"];

/// Returns the number that `text` starts with in a word, after an article if one is there.
pub(in super::super) fn word(text: &str) -> Option<Numeral<'_>> {
    let (word, rest) = split(after_article(text), letter);
    let value = value(&plain_letters(word).collect::<String>())?;
    Some(Numeral { value, written: Numerals::Word, rest })
}

fn after_article(text: &str) -> &str {
    let (first, after) = split(text, letter);
    let article = ARTICLES.iter().any(|article| first.eq_ignore_ascii_case(article));
    if article { after.trim_start() } else { text }
}

/// Returns the number that `word`, of plain letters, means: by its longest beginning.
fn value(word: &str) -> Option<u32> {
    LANGUAGES
        .iter()
        .flat_map(|language| begun(language, word))
        .max_by_key(|(_, length)| *length)
        .map(|(number, _)| number)
}

/// Returns the numbers of `language` whose words begin `word`, and how long those beginnings are.
fn begun<'a>(language: &'a str, word: &'a str) -> impl Iterator<Item = (u32, usize)> + 'a {
    let fits =
        |beginning: &&str| letters_after(word, beginning).is_some_and(|ending| ending <= ENDING);
    (1..).zip(language.split_whitespace()).flat_map(move |(number, kinds)| {
        kinds.split('|').filter(fits).map(move |beginning| (number, beginning.len()))
    })
}

/// Returns the pattern of numbers in the language of the word that `text` starts with, for a regular expression.
pub(in super::super) fn pattern(text: &str) -> Option<String> {
    let (word, _) = split(after_article(text), letter);
    let word: String = plain_letters(word).collect();
    let language = LANGUAGES.iter().find(|language| begun(language, &word).next().is_some())?;
    let words: Vec<&str> = language.split_whitespace().collect();
    Some(format!(r"(?i:(?:the )?(?:{})\p{{L}}{{0,{ENDING}}})", words.join("|")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_with_and_without_an_article() {
        assert_eq!(word("THE THIRD, 1724").map(|n| (n.value, n.rest)), Some((3, ", 1724")));
        assert_eq!(word("Twenty").map(|n| n.value), Some(20));
        assert_eq!(word("Theory"), None);
    }

    #[test]
    fn words_count_in_many_languages() {
        for (text, number) in [
            ("Siebentes", 7),
            ("Zwölftes", 12),
            ("ZWEITES", 2),
            ("premier", 1),
            ("DEUXIÈME", 2),
            ("primera", 1),
            ("séptimo", 7),
            ("первая", 1),
            ("Третья", 3),
            ("двенадцатая", 12),
            ("العاشر", 10),
            ("दूसरा", 2),
            ("δεύτερο", 2),
            ("secondo", 2),
            ("ÜÇÜNCÜ", 3),
            ("Andra", 2),
            ("Második", 2),
            ("سوم", 3),
            ("BİRİNCİ", 1),
            ("ΔΕΥΤΕΡΟ", 2),
            ("DEUXIEME", 2),
        ] {
            assert_eq!(word(text).map(|n| n.value), Some(number), "{text}");
        }
        assert_eq!(word("Seifenblasen"), None);
    }
}
