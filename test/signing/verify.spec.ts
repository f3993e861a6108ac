import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { openKeyFile } from '../../src/platform/signing/key-file';
import { signPdf } from '../../src/platform/signing/pdf-signer';
import { isIntact, isSound } from '../../src/platform/signing/signature-words';
import { certificatesIn } from '../../src/platform/signing/trust';
import { UnreadablePdf } from '../../src/platform/signing/unreadable-pdf';
import { verifySignatures } from '../../src/platform/signing/verify-pdf';
import { AT, EC_KEY, ODD_KEY, PASSWORD, authority, keylessFile, rsaKey } from './support/keys';
import { paper, signed, updated, verdicts } from './support/paper';

const ROOT = authority('Nguồn cấp thử');
const DIRECTOR = rsaKey({
  name: 'Nguyễn Thị Thanh Hương',
  organisation: 'Sở Khoa học và Công nghệ',
  issuer: ROOT,
});
const OFFICE = rsaKey({ name: 'Sở Khoa học và Công nghệ', issuer: ROOT });

describe('a signature of a PDF', () => {
  it('tells who signed, when, and that the file is what they signed', async () => {
    const report = await verifySignatures(await signed(await paper(), DIRECTOR), {
      trusted: certificatesIn(ROOT.pem),
    });
    expect(report).toEqual({
      signatures: [
        {
          field: 'ChuKy',
          kind: 'signature',
          signer: 'Nguyễn Thị Thanh Hương',
          organisation: 'Sở Khoa học và Công nghệ',
          issuer: 'Nguồn cấp thử',
          serial: expect.stringMatching(/^01[0-9a-f]{16}$/),
          claimedAt: AT,
          flaw: null,
          after: 'nothing',
          certificate: 'in-force',
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2030-01-01T00:00:00.000Z',
          trust: 'trusted',
        },
      ],
      emptyFields: ['ConDau'],
    });
  });

  it('leaves every byte before it as it was, and holds when a second one follows', async () => {
    const plain = await paper();
    const once = await signed(plain, DIRECTOR);
    const twice = await signed(once, OFFICE);
    expect(once.subarray(0, plain.length).equals(plain)).toBe(true);
    expect(twice.subarray(0, once.length).equals(once)).toBe(true);
    expect(await verdicts(twice)).toEqual([
      ['ChuKy', null, 'signatures'],
      ['ConDau', null, 'nothing'],
    ]);
  });

  it('is made with an EC key as well, of a file that OpenSSL wrote', async () => {
    const key = await openKeyFile(EC_KEY.file, EC_KEY.password);
    const { bytes, holder } = await signPdf(await paper(), key, { at: AT, field: 'ConDau' });
    expect(holder).toEqual({ name: 'Con dấu thử', organisation: 'Cơ quan thử' });
    expect(await verdicts(bytes)).toEqual([['ConDau', null, 'nothing']]);
  });

  it('of a paper without fields, with tables as streams, holds with those after it', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage([300, 300]).drawText('Cong van');
    let pdf: Buffer = Buffer.from(await document.save({ useObjectStreams: true }));
    for (const key of [DIRECTOR, OFFICE, DIRECTOR]) pdf = await signed(pdf, key);
    expect(await verdicts(pdf)).toEqual([
      ['ChuKy', null, 'signatures'],
      ['ChuKy2', null, 'signatures'],
      ['ChuKy3', null, 'nothing'],
    ]);
  });

  it('falls with any one byte of what was signed', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const at = pdf.indexOf('/MediaBox') + 3;
    const tampered = Buffer.from(pdf);
    tampered.write('X', at);
    expect(await verdicts(tampered)).toEqual([['ChuKy', 'digest', 'changes']]);
  });

  it('falls with a byte of the signature itself', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const contents = pdf.indexOf('/Contents <') + '/Contents <'.length;
    const end = pdf.indexOf('000000000000', contents + 200);
    const tampered = Buffer.from(pdf);
    tampered.write(tampered.toString('latin1', end - 40, end - 39) === 'a' ? 'b' : 'a', end - 40);
    expect(await verdicts(tampered)).toEqual([['ChuKy', 'forged', 'changes']]);
  });

  it.each([
    [
      'other words on the page',
      (document: PDFDocument) => document.getPage(0).drawText('Mot cau khac', { x: 9, y: 9 }),
    ],
    ['a page more', (document: PDFDocument) => document.addPage()],
    [
      'a note pasted over it',
      (document: PDFDocument) => {
        const note = {
          Type: 'Annot',
          Subtype: 'FreeText',
          Rect: [0, 0, 500, 500],
          Contents: PDFString.of('!'),
        };
        document.getPage(0).node.addAnnot(document.context.register(document.context.obj(note)));
      },
    ],
    [
      'a script that runs when it is opened',
      (document: PDFDocument) =>
        document.catalog.set(
          PDFName.of('OpenAction'),
          document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
        ),
    ],
  ])('is not of a file with %s added behind', async (_what, change) => {
    const pdf = await signed(await paper(), DIRECTOR);
    expect(await verdicts(await updated(pdf, change))).toEqual([['ChuKy', null, 'changes']]);
  });

  it('is not of a file in which a later signature covers a change', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const changed = await updated(pdf, (document) => document.getPage(0).drawText('Khac', { x: 9, y: 9 }));
    expect(await verdicts(await signed(changed, OFFICE))).toEqual([
      ['ChuKy', null, 'changes'],
      ['ConDau', null, 'nothing'],
    ]);
  });

  it('is not of a file whose tables lead to another text that lay hidden in it', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const root = /\/Root (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))?.[1] ?? '';
    const hidden = `\n${root} 0 obj\n<</Type /Catalog /Pages ${root} 0 R>>\nendobj\n`;
    const at = pdf.length + hidden.length;
    const row = `${String(pdf.length + 1).padStart(10, '0')} 00000 n \n`;
    const table = `xref\n${root} 1\n${row}trailer\n<</Size 99 /Root ${root} 0 R /Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`;
    const shadowed = Buffer.concat([pdf, Buffer.from(hidden + table)]);
    // Nothing is left of the form, so nothing is left that could be called signed.
    expect((await verifySignatures(shadowed)).signatures).toEqual([]);
  });

  it('counts for nothing where it covers only a part of the file', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const text = pdf.toString('latin1');
    const found = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] +/.exec(text);
    if (!found) throw new Error('no range');
    const [all, before = '', after = '', rest = ''] = found;
    for (const range of [
      `0 ${before} ${Number(after) + 9} ${Number(rest) - 9}`,
      `9 ${before} ${after} ${rest}`,
    ]) {
      const wrapped = Buffer.from(text.replace(all, `/ByteRange [${range}]`.padEnd(all.length)), 'latin1');
      expect(await verdicts(wrapped)).toEqual([['ChuKy', 'byte-range', 'changes']]);
    }
  });

  it('counts for nothing where nothing is in it', async () => {
    const pdf = await signed(await paper(), DIRECTOR);
    const empty = Buffer.from(
      pdf
        .toString('latin1')
        .replace(/\/Contents <[0-9a-f]+>/, (all) => all.replace(/[0-9a-f](?=[0-9a-f]*>)/g, '0')),
      'latin1',
    );
    expect(await verdicts(empty)).toEqual([['ChuKy', 'no-signature', 'changes']]);
  });

  it('tells a certificate that was not in force, and an issuer that is not known', async () => {
    const former = rsaKey({ name: 'Người ký cũ', from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' });
    const pdf = await signed(await paper(), former);
    const { signatures } = await verifySignatures(pdf, { trusted: certificatesIn(ROOT.pem) });
    expect(signatures.map(({ certificate, trust }) => [certificate, trust])).toEqual([
      ['expired', 'untrusted'],
    ]);
    expect(signatures.map((each) => [isIntact(each), isSound(each)])).toEqual([[true, false]]);
  });
});

describe('what cannot be signed or looked at', () => {
  it('is a paper without a place that is seen, when a picture is to be shown', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage([300, 300]);
    const key = await openKeyFile(DIRECTOR.file, PASSWORD);
    const image = Buffer.from('hình');
    await expect(signPdf(await document.save(), key, { at: AT, image })).rejects.toMatchObject({
      code: 'signature-field-unseen',
      params: { field: 'ChuKy' },
    });
  });

  it('is a key file with another password, one that is none, and a field that is not there or taken', async () => {
    await expect(openKeyFile(DIRECTOR.file, 'sai')).rejects.toMatchObject({ code: 'key-file-password' });
    await expect(openKeyFile(Buffer.from('không'), PASSWORD)).rejects.toMatchObject({
      code: 'key-file-broken',
    });
    const pdf = await signed(await paper(), DIRECTOR);
    await expect(signed(pdf, OFFICE, 'ChuKy')).rejects.toMatchObject({ code: 'signature-field-signed' });
    await expect(signed(pdf, OFFICE, 'Khac')).rejects.toMatchObject({
      code: 'signature-field-unknown',
      params: { field: 'Khac', fields: 'ConDau' },
    });
  });

  it('is a key file that holds no key, or one of a kind that signs nothing here', async () => {
    await expect(openKeyFile(keylessFile(DIRECTOR), PASSWORD)).rejects.toMatchObject({
      code: 'key-file-without-key',
    });
    await expect(openKeyFile(ODD_KEY.file, ODD_KEY.password)).rejects.toMatchObject({
      code: 'key-kind-unknown',
    });
  });

  it('is a file of certificates that holds none, and one that is broken', () => {
    const broken = ROOT.pem.toString().replace(/[A-Za-z0-9]{40}/, '');
    for (const file of ['không phải chứng thư số', broken])
      expect(() => certificatesIn(Buffer.from(file))).toThrow(
        expect.objectContaining({ code: 'certificates-unreadable' }),
      );
  });

  it.each([
    ['nothing', ''],
    ['words', 'không phải PDF'],
    ['tables that lead in a circle', '%PDF-1.4\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF'],
    ['tables that lead nowhere', '%PDF-1.4\nstartxref\n99999999\n%%EOF'],
    ['a pit of brackets', `%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}\nendobj\nstartxref\n9\n%%EOF`],
  ])('is a file of %s', async (_what, text) => {
    await expect(verifySignatures(Buffer.from(text))).rejects.toBeInstanceOf(UnreadablePdf);
  });
});
