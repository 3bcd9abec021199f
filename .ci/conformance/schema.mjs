// schema.mjs FOLDER: holds every overeenkomst.json below FOLDER against the schema that is published beside them,
// with ajv. A schema that allows anything would prove nothing: a document with a wrong word must be refused.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.NODE_MODULES, "x.js"));
const Ajv = require("ajv/dist/2020").default;
const formats = require("ajv-formats").default;

const folder = process.argv[2];
const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
formats(ajv);
// What the generator calls numbers of a machine.
for (const name of ["uint", "uint8", "uint16", "uint32", "int16", "int32", "int64", "double"]) ajv.addFormat(name, true);
const allows = ajv.compile(read("overeenkomst.schema.json"));

const documents = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith("overeenkomst.json"));
if (documents.length === 0) throw new Error(`there is no overeenkomst.json in ${folder}`);
let wrong = 0;
for (const path of documents) {
  const document = read(path);
  if (!allows(document)) {
    wrong += 1;
    for (const error of allows.errors) console.error(`${path}: ${error.instancePath} ${error.message}`);
  }
  if (allows({ ...document, status: "ongeveer" })) {
    wrong += 1;
    console.error(`${path}: the schema allows a status that there is not`);
  }
}
console.log(`${documents.length} documents, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
