import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** What a document can do beside being read. Told to people, for none of it is carried over. */
export type ActivePart =
  'script' | 'launch' | 'embedded-file' | 'open-action' | 'xfa' | 'media' | 'submission';

const [ACTION, SCRIPT] = [PDFName.of('S'), PDFName.of('JS')];
const BY_ACTION = new Map<PDFObject, ActivePart>([
  [PDFName.of('JavaScript'), 'script'],
  [PDFName.of('Launch'), 'launch'],
  [PDFName.of('GoToE'), 'embedded-file'],
  [PDFName.of('SubmitForm'), 'submission'],
  [PDFName.of('ImportData'), 'submission'],
  [PDFName.of('Rendition'), 'media'],
]);
const BY_KEY: readonly [PDFName, ActivePart][] = [
  [PDFName.of('EF'), 'embedded-file'],
  [PDFName.of('XFA'), 'xfa'],
  [PDFName.of('RichMediaContent'), 'media'],
];

/** Every kind of active part in a document, wherever it hides. */
export function activePartsOf({ context, catalog }: PDFDocument): ActivePart[] {
  const found = new Set<ActivePart>();
  if (context.lookup(catalog.get(PDFName.of('OpenAction'))) instanceof PDFDict) found.add('open-action');
  for (const [, object] of context.enumerateIndirectObjects()) look(object, found, 0);
  return [...found].toSorted();
}

const DEEPEST = 20;

/** Direct objects lie inside others; references lead to what the walk over all objects meets by itself. */
function look(object: PDFObject, found: Set<ActivePart>, depth: number): void {
  if (depth > DEEPEST) return;
  if (object instanceof PDFArray) return object.asArray().forEach((each) => look(each, found, depth + 1));
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  const action = BY_ACTION.get(dict.get(ACTION) ?? dict);
  if (action) found.add(action);
  if (dict.has(SCRIPT)) found.add('script');
  for (const [key, part] of BY_KEY) if (dict.has(key)) found.add(part);
  for (const [, value] of dict.entries()) look(value, found, depth + 1);
}
