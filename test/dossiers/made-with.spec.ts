import { appendFile, copyFile, cp, mkdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { projectRoot } from '../../src/platform/project';
import { roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import type * as press from '../../src/features/dossiers/printing/press';
import { loadCase, scratchFolder } from './support/round';

/** A program in a place of its own; gives the key that it prints a document under. */
async function keyIn(folder: string, change?: string): Promise<string> {
  await mkdir(folder);
  await copyFile(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  for (const part of ['src', 'templates'])
    await cp(join(projectRoot, part), join(folder, part), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  if (change) await appendFile(join(folder, change), '\n');
  else await utimes(join(folder, 'src/main.ts'), 1, 1);
  const { pressOf } = (await import(join(folder, 'src/features/dossiers/printing/press'))) as typeof press;
  const data = await loadCase('hung-yen');
  const [document] = roundDocuments(data);
  if (!document) throw new Error('a round without documents');
  return pressOf(data, { fingerprint: 'browser' } as PdfRenderer, {}).keyOf(document());
}

describe('what a print is kept under', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => (folder = await scratchFolder()));
  afterAll(() => folder.remove());

  it('is the same for the same program in another place, and another for other words or other code', async () => {
    const at = (name: string) => join(folder.path, name);
    const key = await keyIn(at('one'));
    expect(await keyIn(at('same'))).toBe(key);
    for (const [name, change] of [
      ['words', 'src/platform/messages/vi.json'],
      ['word', 'src/features/dossiers/word/build-blocks.ts'],
      ['merge', 'src/platform/pdf/merge/merge-pdf.ts'],
    ] as const)
      expect(await keyIn(at(name), change)).not.toBe(key);
  });
});
