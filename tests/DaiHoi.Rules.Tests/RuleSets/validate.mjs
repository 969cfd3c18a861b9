// validate.mjs LIST — each line: schema, document, whether it must be accepted. Says only what is not as it must be.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const compiled = new Map();
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  const [schema, document, accepted] = line.split("\t");
  if (!compiled.has(schema)) compiled.set(schema, new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(read(schema)));
  const validate = compiled.get(schema);
  if (validate(read(document)) !== (accepted === "true")) {
    console.log(`${document} by ${schema}: ${JSON.stringify(validate.errors, null, 1)}`);
  }
}
