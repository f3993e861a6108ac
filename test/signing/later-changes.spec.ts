import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { openKeyFile } from '../../src/platform/signing/key-file';
import { signPdf } from '../../src/platform/signing/pdf-signer';
import { AT, PASSWORD, rsaKey } from './support/keys';
import { paper, signed, updated, verdicts } from './support/paper';

const DIRECTOR = rsaKey({ name: 'Giám đốc' });
const OTHER = rsaKey({ name: 'Ai đó' });
const PAGE = [0, 0, 595, 842];
const SEAL = [300, 380, 402, 482];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const name = (text: string) => PDFName.of(text);

/** Puts an object among the fields of the form. */
function asField({ context, catalog }: PDFDocument, ref: PDFRef): void {
  const form = context.lookup(catalog.get(name('AcroForm')), PDFDict);
  form.lookup(name('Fields'), PDFArray).push(ref);
  const formRef = context.getObjectRef(form);
  if (formRef) context.assign(formRef, form);
}

/** An annotation that calls itself an empty field of signature. */
function annotation(document: PDFDocument, about: Record<string, string | number | number[]>): void {
  const { context } = document;
  const { node, ref } = document.getPage(0);
  const dict = context.obj({ Type: 'Annot', FT: 'Sig', T: PDFHexString.fromText('Moi'), F: 4, ...about });
  const field = context.register(dict);
  node.set(name('Annots'), context.obj([...(node.Annots()?.asArray() ?? []), field]));
  context.assign(ref, node);
  asField(document, field);
}

/** Changes the empty field of the seal, which is the second one of the paper. */
function sealField({ context, catalog }: PDFDocument, change: (seal: PDFDict) => void): void {
  const form = context.lookup(catalog.get(name('AcroForm')), PDFDict);
  const ref = form.lookup(name('Fields'), PDFArray).get(1) as PDFRef;
  const seal = context.lookup(ref, PDFDict);
  change(seal);
  context.assign(ref, seal);
}

async function stamped(pdf: Uint8Array, field: string) {
  const key = await openKeyFile(OTHER.file, PASSWORD);
  const { bytes } = await signPdf(pdf, key, { at: AT, field, image: PNG });
  return Buffer.from(bytes);
}

const director = async (pdf: Uint8Array) => (await verdicts(pdf))[0];

describe('what comes after a signature', () => {
  it.each<[string, (document: PDFDocument) => void]>([
    [
      'a page that calls itself a field, with other words on it',
      (document) => {
        const page = document.getPage(0);
        page.drawText('Khac', { x: 90, y: 600 });
        page.node.set(name('FT'), name('Sig'));
        page.node.set(name('T'), PDFHexString.fromText('x'));
        document.context.assign(page.ref, page.node);
        asField(document, page.ref);
      },
    ],
    [
      'a white square that calls itself a field',
      (document) => annotation(document, { Subtype: 'Square', Rect: PAGE, IC: [1, 1, 1] }),
    ],
    ['an empty field over the page', (document) => annotation(document, { Subtype: 'Widget', Rect: PAGE })],
    [
      'the place of the seal as large as the page',
      (document) => sealField(document, (seal) => seal.set(name('Rect'), document.context.obj(PAGE))),
    ],
    [
      'the place of the seal on another page',
      (document) => {
        const [from, to] = [document.getPage(0), document.getPage(1)];
        const [signature, seal] = from.node.Annots()?.asArray() ?? [];
        if (!signature || !seal) throw new Error('no fields');
        from.node.set(name('Annots'), document.context.obj([signature]));
        to.node.set(name('Annots'), document.context.obj([seal]));
        for (const { ref, node } of [from, to]) document.context.assign(ref, node);
      },
    ],
    [
      'the place of the seal shown at one size however far off',
      (document) => sealField(document, (seal) => seal.set(name('F'), document.context.obj(4 + 8))),
    ],
  ])('is a change where it is %s, also when that is signed', async (_what, change) => {
    const changed = await updated(await signed(await paper('Giay khen', 2), DIRECTOR), change);
    expect(await director(changed)).toEqual(['ChuKy', null, 'changes']);
    expect(await director(await stamped(changed, 'ConDau'))).toEqual(['ChuKy', null, 'changes']);
  });

  it('is no change where the seal is signed in its place, with a picture', async () => {
    const sealed = await stamped(await signed(await paper(), DIRECTOR), 'ConDau');
    expect(await verdicts(sealed)).toEqual([
      ['ChuKy', null, 'signatures'],
      ['ConDau', null, 'nothing'],
    ]);
  });

  it.each<[string, number[], string]>([
    ['within the place that is kept for the seal', SEAL, 'signatures'],
    ['beyond it', [300, 380, 402, 512], 'signatures'],
    ['over a third of the signature, as a seal stands', [420, 400, 500, 462], 'signatures'],
    ['larger than any seal', [60, 380, 402, 512], 'changes'],
  ])('may be a field of another program %s: %s', async (_where, Rect, verdict) => {
    const once = await signed(await paper(), DIRECTOR);
    const sealed = await stamped(
      await updated(once, (document) => annotation(document, { Subtype: 'Widget', Rect })),
      'Moi',
    );
    expect(await verdicts(sealed)).toEqual([
      ['ChuKy', null, verdict],
      ['Moi', null, 'nothing'],
    ]);
  });
});
