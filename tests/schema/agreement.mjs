// agreement.mjs KATERN REPOSITORY
//
// Validates the JSON Schemas of the repository's kinds against the official metaschema, and lets Katern and the JSON
// Schema judge the same entries: every value on every field of cases.mjs. They agree, or differ in a way that is listed there.
import {execFileSync, spawnSync} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {parseDocument} from "yaml";

import {differences, fields, randomValues, values} from "./cases.mjs";

const [katern, repository] = process.argv.slice(2);
const problems = [];

function validator() {
  const ajv = new Ajv2020({strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false});
  addFormats(ajv);
  // Internationalised forms; the pattern beside them decides.
  for (const name of ["iri", "idn-email"]) ajv.addFormat(name, true);
  ajv.addKeyword({keyword: "patternErrorMessage", schemaType: "string"});
  return ajv;
}

function schemaOf(root, ...kind) {
  return JSON.parse(execFileSync(katern, ["schema", ...kind, "--root", root], {maxBuffer: 2 ** 26}));
}

function checkMetaschema() {
  const all = schemaOf(repository);
  const kinds = Object.keys(all.$defs);
  if (kinds.length === 0) problems.push("the repository has no kinds");
  for (const schema of [all, ...kinds.slice(0, 3).map((kind) => schemaOf(repository, kind))]) {
    const ajv = validator();
    if (schema.$schema !== "https://json-schema.org/draft/2020-12/schema") problems.push(`${schema.title}: wrong dialect`);
    if (!ajv.validateSchema(schema)) problems.push(`not a JSON Schema: ${ajv.errorsText(ajv.errors)}`);
    ajv.compile(schema);
  }
  console.log(`${kinds.length} kinds are JSON Schema`);
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, text);
}

/** A site with a kind for each field, and an entry for each value of it. */
function makeSite(root, entries) {
  write(`${root}/content/site.yaml`, "title: Proef\nbase_url: https://voorbeeld.nl\nlanguage: nl\ntheme: geen\n");
  for (const name of ["doel", "ander"]) {
    write(`${root}/content/kinds/${name}.yaml`,
      `kind: ${name}\nfolder: ${name}\nroles: {title: titel}\nfields: {titel: {type: string, required: true}}\n`);
  }
  fields.forEach((field, i) => {
    write(`${root}/content/kinds/soort${i}.yaml`, `kind: soort${i}\nfolder: soort${i}\nroles: {title: titel}\nfields:\n` +
      `  titel: {type: string, required: true}\n  veld: ${field.yaml}\n`);
  });
  for (const entry of entries) write(`${root}/${entry.file}`, `---\n${entry.front}---\n`);
}

/** The files in which Katern finds something wrong with the front matter itself, and what. */
function judge(root) {
  const run = spawnSync(katern, ["check", "--root", root, "--format", "json", "--as-of", "2026-11-22"], {maxBuffer: 2 ** 28});
  const wrong = new Map();
  for (const line of run.stderr.toString().split("\n").filter(Boolean)) {
    const finding = JSON.parse(line);
    // Whether a reference or a file finds what it names is not a matter of one file.
    if (finding.severity === "error" && /^(field|yaml|front|entry|citation)-/.test(finding.code)) wrong.set(finding.file, finding.code);
  }
  return wrong;
}

function accepts(validate, front) {
  const document = parseDocument(front, {version: "1.2", schema: "core"});
  return document.errors.length === 0 && validate(document.toJS() ?? {});
}

function compare(root) {
  const pool = [...values, ...randomValues(4, 60)];
  const entries = fields.flatMap((field, i) => [
    {i, value: "(left out)", front: `titel: Stuk ${i} leeg\n`, file: `content/soort${i}/leeg.md`},
    {i, value: "(another key)", front: `titel: Stuk ${i} anders\nveldje: x\n`, file: `content/soort${i}/anders.md`},
    ...pool.map((value, v) => (
      {i, value, front: `titel: Stuk ${i} waarde ${v}\nveld: ${value}\n`, file: `content/soort${i}/waarde-${v}.md`})),
  ]);
  makeSite(root, entries);
  const wrong = judge(root);
  const all = schemaOf(root);
  const ajv = validator();
  ajv.addSchema(all, "all");
  const seen = new Map(differences.map((difference) => [difference, 0]));
  const verdicts = fields.map(() => ({good: 0, bad: 0}));
  fields.forEach((field, i) => {
    const validate = ajv.compile({$ref: `all#/$defs/soort${i}`});
    for (const entry of entries.filter((each) => each.i === i)) {
      const good = !wrong.has(entry.file);
      verdicts[i][good ? "good" : "bad"] += 1;
      if (good === accepts(validate, entry.front)) continue;
      const known = differences.find((each) => each.katern === good && each.fits(field.yaml, entry.value));
      if (known) {
        seen.set(known, seen.get(known) + 1);
      } else {
        problems.push(`${field.yaml} with ${JSON.stringify(entry.value)}: Katern ${good ? "takes" : "refuses"} it ` +
          `(${wrong.get(entry.file) ?? "no finding"}), the schema does not`);
      }
    }
  });
  fields.forEach((field, i) => {
    if (verdicts[i].good === 0 || verdicts[i].bad === 0) problems.push(`${field.yaml}: needs good and bad values`);
  });
  for (const [difference, count] of seen) {
    if (count === 0) problems.push(`no longer a difference: ${difference.reason}`);
    console.log(`${count} entries differ: ${difference.reason}`);
  }
  console.log(`${entries.length} entries judged by both`);
}

/** The types that Katern knows, as it tells them of a kind with one that it does not know. */
function checkTypes(root) {
  makeSite(root, []);
  write(`${root}/content/kinds/raar.yaml`, "kind: raar\nfolder: raar\nroles: {title: titel}\nfields: {titel: {type: onzin}}\n");
  const run = spawnSync(katern, ["check", "--root", root, "--format", "json"]);
  const told = run.stderr.toString().split("\n").filter(Boolean).map((line) => JSON.parse(line))
    .find((finding) => finding.code === "config-choice-unknown");
  const types = (told ? JSON.stringify(told) : "").match(/string, text[a-z, ]*/)?.[0].split(", ") ?? [];
  if (types.length < 17) problems.push("the types could not be read from the finding");
  for (const type of types) {
    if (!fields.some((field) => field.type === type)) problems.push(`cases.mjs has no field of the type ${type}`);
  }
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "katern-schema-"));
try {
  checkMetaschema();
  checkTypes(`${scratch}/types`);
  compare(`${scratch}/site`);
} finally {
  fs.rmSync(scratch, {recursive: true});
}
for (const problem of problems) console.log(`FAILED ${problem}`);
console.log(problems.length === 0 ? "all agree" : `${problems.length} failed`);
process.exit(problems.length === 0 ? 0 : 1);
