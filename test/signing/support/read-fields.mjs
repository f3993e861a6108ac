// Prints what pdf.js takes for form fields, as JSON: node read-fields.mjs FILE.pdf
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [, , path] = process.argv;
const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
const fields = [];
for (let page = 1; page <= pdf.numPages; page += 1) {
  const annotations = await (await pdf.getPage(page)).getAnnotations();
  for (const { fieldName, fieldType, subtype, rect } of annotations)
    if (subtype === 'Widget') fields.push({ name: fieldName, type: fieldType ?? 'Sig', page, rect });
}
process.stdout.write(JSON.stringify(fields));
