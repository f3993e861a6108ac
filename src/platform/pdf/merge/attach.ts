import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Attachment } from './merge-order';

/** Embeds files, found in the attachments of a reader by their names; the same bytes for the same files. */
export function attach({ context, catalog }: PDFDocument, files: readonly Attachment[], day: string): void {
  if (files.length === 0) return;
  const date = PDFString.of(`D:${day.replaceAll('-', '')}000000Z`);
  const named = files.map(({ name, mime, about, bytes }, at) => {
    const stream = context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mime,
      Params: { Size: bytes.length, ModDate: date, CheckSum: PDFHexString.of(md5(bytes)) },
    });
    const file = context.register(stream);
    const specification = context.obj({
      Type: 'Filespec',
      // For readers that know no Unicode: they get a number and the ending.
      F: PDFString.of(`tep-${at + 1}${/\.[a-z]+$/i.exec(name)?.[0] ?? ''}`),
      UF: PDFHexString.fromText(name.normalize('NFC')),
      Desc: PDFHexString.fromText(about.normalize('NFC')),
      AFRelationship: 'Supplement',
      EF: { F: file, UF: file },
    });
    return { key: String(at + 1).padStart(4, '0'), ref: context.register(specification) };
  });
  const names = context.obj(named.flatMap(({ key, ref }) => [PDFString.of(key), ref]));
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(PDFName.of('AF'), context.obj(named.map(({ ref }) => ref)));
}

/** The check sum that the format asks for; nothing relies on it. */
function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}
