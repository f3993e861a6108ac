import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipParts } from '../../../platform/zip/zip-parts';

/** Names by which parts of a file refer to each other, made of 21 random letters; only inside a tag, never in its text. */
const RANDOM_NAME = /(<[^<>]*\s(?:r:id|Id)=")(rId[a-z0-9_-]{21})(?=")/g;

/**
 * The same Word file or workbook without the moment it was made, nor what chance has put in it, down to the workbooks in
 * it: the same content gives the same bytes.
 */
export async function stablePackage(bytes: Uint8Array): Promise<Uint8Array> {
  const source = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  const target = new ZipParts();
  const parts: Uint8Array[] = [];
  const names = new Map<string, string>();
  for await (const entry of source.eachEntry()) {
    const content = await buffer(await source.openReadStreamPromise(entry));
    const same = await stable(entry.fileName, content, names);
    parts.push(...(await target.entry(entry.fileName, same, { pack: true })));
  }
  return Buffer.concat([...parts, ...target.end()]);
}

async function stable(file: string, content: Buffer, names: Map<string, string>): Promise<Buffer> {
  if (file.endsWith('.xlsx')) return Buffer.from(await stablePackage(content));
  if (!/\.(xml|rels)$/.test(file)) return content;
  return Buffer.from(
    content.toString('utf8').replace(RANDOM_NAME, (_, before: string, name: string) => {
      names.set(name, names.get(name) ?? `rIdPart${names.size + 1}`);
      return `${before}${names.get(name)}`;
    }),
  );
}
