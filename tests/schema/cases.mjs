// What the agreement is tried on: a field of every type, values for all of them, and the differences that are known.

/** Declarations of a field, each tried with every value. `type` is the one that it is about. */
export const fields = [
  {type: "string", yaml: "{type: string}"},
  {type: "string", yaml: "{type: string, required: true, max: 12}"},
  {type: "string", yaml: "{type: string, min: 3, pattern: '[A-Za-z ]+', pattern_help: letters}"},
  {type: "text", yaml: "{type: text, max: 20}"},
  {type: "text", yaml: "{type: text, required: true}"},
  {type: "markdown", yaml: "{type: markdown, max: 40}"},
  {type: "bool", yaml: "{type: bool}"},
  {type: "bool", yaml: "{type: bool, required: true, default: nee}"},
  {type: "int", yaml: "{type: int}"},
  {type: "int", yaml: "{type: int, required: true, min: 2, max: 2100}"},
  {type: "number", yaml: "{type: number, min: -1, max: 99.5}"},
  {type: "date", yaml: "{type: date}"},
  {type: "date", yaml: "{type: date, required: true}"},
  {type: "datetime", yaml: "{type: datetime}"},
  {type: "enum", yaml: "{type: enum, values: [actief, in oprichting, beëindigd]}"},
  {type: "enum", yaml: "{type: enum, values: ['2018', 'true', '1.5', x], required: true}"},
  {type: "url", yaml: "{type: url}"},
  {type: "url", yaml: "{type: url, max: 30, pattern: 'https://.*'}"},
  {type: "email", yaml: "{type: email}"},
  {type: "doi", yaml: "{type: doi}"},
  {type: "orcid", yaml: "{type: orcid}"},
  {type: "isbn", yaml: "{type: isbn, required: true}"},
  {type: "duration", yaml: "{type: duration}"},
  {type: "money", yaml: "{type: money}"},
  {type: "geo", yaml: "{type: geo}"},
  {type: "citations", yaml: "{type: citations, max: 2}"},
  {type: "ref", yaml: "{type: ref, kind: doel, or_text: true, max: 30}"},
  {type: "ref", yaml: "{type: ref, kind: doel}"},
  {type: "ref", yaml: "{type: ref, kind: [doel, ander], required: true}"},
  {type: "list", yaml: "{type: list, of: {type: string, max: 12}}"},
  {type: "list", yaml: "{type: list, of: {type: enum, values: [a, b, c]}}"},
  {type: "list", yaml: "{type: list, of: {type: ref, kind: doel, or_text: true}}"},
  {type: "list", yaml: "{type: list, required: true, min: 1, max: 3, of: {type: int}}"},
  {type: "list", yaml: "{type: list, of: {type: object, fields: {a: {type: string, required: true}, b: {type: date}}}}"},
  {type: "object", yaml: "{type: object, fields: {a: {type: string, required: true}, b: {type: int}}}"},
  {type: "object", yaml: "{type: object, required: true, fields: {a: {type: bool}, b: {type: list, of: {type: url}}}}"},
  {type: "map", yaml: "{type: map, of: {type: string}}"},
  {type: "map", yaml: "{type: map, min: 1, max: 2, keys: [a, b, c], of: {type: int}}"},
  {type: "image", yaml: "{type: image}"},
  {type: "file", yaml: "{type: file, required: true}"},
];

const scalars = [
  "woord", "twee woorden", "een heel lange regel tekst met spaties", "actief", "in oprichting", "beëindigd", "Actief",
  "'in oprichting '", "ja", "nee", "true", "false", "Ja", "yes", "no", "x", "\"\"", "''", "' '", "~", "null", "",
  "0", "1", "2", "2018", "2100", "2101", "-1", "-2", "1.5", "99.5", "99.6", "-1.25", "12.", "1,5", "1 000",
  "\"5\"", "'true'", "'2018'", "2026-11-22", "'2026-11-22'", "2026-11-31", "2026-02-29", "2024-02-29", "2026-13-01", "2026-1-2",
  "22-11-2026", "21 november 2026", "2026-11-22T09:30", "2026-11-22 09:30", "2026-11-22T09:30:15", "2026-11-22T09:30:15.25Z",
  "2026-11-22T09:30+01:00", "2026-11-22T24:00", "2026-11-22T09.30", "2026-11-22T9:30", "2026-11-31T10:00", "2026-04-30t10:00", "2026-02-29T10:00",
  "https://voorbeeld.nl", "http://voorbeeld.nl/pad?x=1#y", "HTTPS://voorbeeld.nl/", "https://voorbeeld.nl:8080/", "https://",
  "https://a b.nl", "ftp://voorbeeld.nl", "voorbeeld.nl", "https://-x.nl", "https://x-.nl", "https://voorbeeld.nl:123456/",
  "https://bücher.example/é", "https://x.nl/een-heel-lang-pad-naar-iets", "javascript:alert(1)", "https://naam@voorbeeld.nl/",
  "naam@voorbeeld.nl", "voor.naam+x@voorbeeld.nl", "naam@voorbeeld", ".naam@voorbeeld.nl", "na..am@voorbeeld.nl",
  "naam@bücher.nl", "mailto:naam@voorbeeld.nl", "a@b@c.nl",
  "noor-voorbeeld", "doel/noor", "ander/noor", "derde/noor", "Noor", "noor--x", "-noor", "noor/", "../personen/noor.md",
  "foto.jpg", "map/foto.jpg", "/foto.jpg", "./foto.jpg", "../../themes/foto.jpg", "foto één.jpg", "\"a\\\\b.jpg\"",
  "10.1234/Abc", "https://doi.org/10.1234/abc", "doi: 10.1234/abc", "DOI:10.1234/abc", "10.12/abc", "10.1234/", "10.1234.5/a(b)c", "'10.1234/a b'",
  "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000 0002 1825 0097", "0000-0002-1694-233X",
  "0000-0002-1825-009", "'0000000218250097'", "0000-0002-1825-0098",
  "978-90-274-3964-2", "9789027439642", "ISBN 978-90-274-3964-2", "0-306-40615-2", "97890274396", "977-90-274-3964-2", "978-90-274-3964-3",
  "90 min", "1 uur en 30 minuten", "1,5 uur", "PT1H30M", "P1DT2H", "P", "1:30:00", "12:30", "12:60", "90", "3 maanden", "2 UUR", "1 week, 2 dagen",
  "€ 2.000", "€ 2.000,50", "2.000,50", "2000.50", "2000,-", "EUR 2000", "2000 euro", "-€ 5", "$ 5", "20 appels", "€ 2.00.0",
  "52.37, 4.89", "52.37,4.89", "52,37 4,89", "52.37 4.89", "-33.9, 18.4", "95.1, 4.89",
  "Jan van den Berg", "Berg & Zn.", "doel/Noor", "een.md",
  "|-\n    een\n    twee", ">-\n    een\n    twee", "\"een\\ntwee\"", "“krom”", "'#hekje'", "AbC",
];

const structures = [
  "[]", "[a]", "[a, b, c]", "[a, b, a]", "[twee woorden, een, twee woorden]", "[1]", "[1, 2, 3]", "[1, 2, 3, 4]", "[1, a]", "[[a]]", "[een veel te lang onderdeel]",
  "[https://voorbeeld.nl]", "[a, ~]", "\n    - a\n    -\n", "[{a: x}]", "[{a: x, b: 2026-11-22}]", "[{b: 2026-11-22}]", "[{a: ''}]",
  "[{a: x, c: y}]", "[{a: x, b: morgen}]", "{}", "{a: x}", "{a: 1}", "{a: 1, b: 2}", "{a: 1, b: 2, c: 3}", "{a: x, b: 12}",
  "{a: x, b: y}", "{a: x, c: y}", "{a: ja}", "{a: misschien}", "{b: [https://voorbeeld.nl]}", "{b: [geen adres]}", "{b: https://voorbeeld.nl}",
  "{lat: 52.37, lon: 4.89}", "{lat: 95, lon: 4.89}", "{lat: 52.37}", "{lat: 52, lon: 4, hoogte: 3}", "{lat: noord, lon: 4}",
  "[{id: bos, type: book, title: Werken}]", "[{id: bos, type: book}]", "[{id: bos, type: boek, title: Werken}]", "[{type: book, title: Werken}]",
  "[{id: bos, type: book, title: Werken, titel: x}]", "[{id: bos, type: book, title: Werken, author: [MBO Raad], issued: 2020}]",
  "[{id: bos 2020, type: book, title: Werken}]", "[{id: bos--2020, type: book, title: Werken}]", "[{id: Bös.2020a, type: book, title: Werken}]",
  "[{id: bos, type: book, title: Werken, DOI: 10.1234/abc, URL: https://voorbeeld.nl/a, status: In druk}]",
  "[{id: bos, type: book, title: Werken, DOI: 11.1/x}]", "[{id: bos, type: book, title: Werken, URL: voorbeeld.nl}]",
  "[{id: bos, type: book, title: Werken, status: zomaar}]", "[{id: bos, type: book, title: Werken, DOI: , URL: ~}]", "[{id: bos, type: book, title: Werken, URL: ''}]",
  "[{id: a, type: book, title: A}, {id: b, type: book, title: B}, {id: c, type: book, title: C}]",
  "{a: ~}", "{a: }", "{d: 1}", "{a: {b: 1}}", "{a: [1]}", "{2018: x}",
];

export const values = [...scalars, ...structures];

/** Seeded, so that the same run can be had again. */
export function* randomValues(seed, count) {
  let state = seed;
  const next = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const flow = scalars.filter((text) => !/[\n,[\]{}]|: /.test(text) && text !== "" && !text.startsWith("-"));
  const pick = (list) => list[next(list.length)];
  for (let i = 0; i < count; ++i) {
    const items = Array.from({length: next(4)}, () => pick(flow));
    if (next(2) === 0) {
      yield `[${items.join(", ")}]`;
    } else {
      yield `{${items.map((item, at) => `${"abc"[at]}: ${item}`).join(", ")}}`;
    }
  }
}

const numeric = /(^|[\s[{,:])[-+]?(0x[0-9a-fA-F]+|0o[0-7]+|[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?|[0-9]+\.)(?=$|[\s\]},])/;
const quotedWord = /["'](-?[0-9.]+|true|false)["']/;

/**
 * Where the two differ, and why JSON Schema cannot tell: it sees what a YAML reader made of the text, and one file at a time.
 * `katern` is what Katern says of it. Each must occur.
 */
export const differences = [
  {reason: "a number has no length and no pattern, and Katern reads it as text",
    katern: false, fits: (yaml, value) => /string|text/.test(yaml) && /min|max|pattern/.test(yaml) && numeric.test(value)},
  {reason: "a slug or the name of a file that is a number or a flag to YAML; nobody means one",
    katern: true, fits: (yaml, value) => /type: (ref|image|file)/.test(yaml) && /^(true|false|-?[0-9.]+)$/.test(value)},
  {reason: "nothing between quotes is left out where a required field has a default",
    katern: true, fits: (yaml, value) => /default/.test(yaml) && /^(''|"")$/.test(value)},
  {reason: "in quotes it is text to YAML; Katern looks at what is written between them",
    katern: true, fits: (yaml, value) => /bool|int|number/.test(yaml) && quotedWord.test(value)},
  {reason: "YAML writes a number in more ways than Katern takes: 12., 1.0",
    katern: false, fits: (yaml, value) => /int|number|enum|ref/.test(yaml) && /[0-9]\.(?![0-9])|\.0/.test(value)},
  {reason: "whether a year has a 29th of February",
    katern: false, fits: (yaml, value) => /datetime/.test(yaml) && /-02-29/.test(value)},
  {reason: "a check digit",
    katern: false, fits: (yaml, value) => /orcid|isbn/.test(yaml) && /-009[0-9]$|-3964-3$|[0-9]{6}/.test(value)},
  {reason: "an amount has two decimals or none, and a number has no zeros at its end",
    katern: false, fits: (yaml, value) => /money/.test(yaml) && numeric.test(value)},
  {reason: "which places are on the globe, of those in one text",
    katern: false, fits: (yaml, value) => /geo/.test(yaml) && /^9[0-9]/.test(value)},
  {reason: "a path may climb only as far as content/, which depends on where the file stands",
    katern: false, fits: (yaml, value) => /image|file/.test(yaml) && /\.\./.test(value)},
];
