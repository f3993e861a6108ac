import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPromise } from 'yauzl';
import type { PrintDocument } from '../../src/features/dossiers/printing/print-document';
import { type Writing, writeZip } from '../../src/features/dossiers/exports/write-export';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';
import { TestDatabase } from '../support/each-database';
import { DossierPrinter } from '../../src/features/dossiers/printing/dossier.printer';
import { openPhase } from '../../src/features/campaigns/phase.queries';
import { documentsOfRound } from '../../src/features/dossiers/documents/round-documents';
import { CAMPAIGN } from '../support/cases';
import { exportingWorkedCase } from './support';

describe('a ZIP of documents', () => {
  const db = new TestDatabase('sqlite');
  let folder: string;
  let writing: Omit<Writing, 'signal' | 'onFinding' | 'onProgress'>;
  const processes = new PdfProcesses();
  beforeAll(async () => {
    await db.open();
    folder = await mkdtemp(join(tmpdir(), 'thidua-write-'));
    const { app } = await exportingWorkedCase(db);
    const printer = app.app.get(DossierPrinter);
    const { data } = await printer.dataOf(await openPhase(db.unitOfWork.reader, CAMPAIGN, 'GD1'));
    const renderer = await printer.warm();
    const [target, cacheDir] = [join(folder, 'out.zip'), join(folder, 'cache')];
    const signedFile = () => Promise.resolve(undefined);
    writing = { data, renderer, processes, target, cacheDir, signedFile };
  });
  afterEach(() => rm(join(folder, 'out.zip'), { force: true }));
  afterAll(async () => {
    await processes.close();
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  const good = () => documentsOfRound(writing.data)[0] as () => PrintDocument;
  const named = (file: string) => () => ({ ...good()(), file });
  /** Its view is not what its template asks for. */
  const poison = () => ({ ...good()(), file: 'xau.pdf', view: {} });

  it('lacks a document that cannot be made, says why, and holds all others in their order', async () => {
    const findings: object[] = [];
    const steps: string[] = [];
    await writeZip([named('a.pdf'), poison, named('b.pdf'), named('c.pdf')], {
      ...writing,
      signal: new AbortController().signal,
      onFinding: (finding) => findings.push(finding),
      onProgress: (done, total) => steps.push(`${done}/${total}`),
    });
    expect(await namesIn(writing.target)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(findings).toEqual([
      { file: 'xau.pdf', code: 'not-made', params: { file: 'xau.pdf', reason: expect.any(String) } },
    ]);
    expect(steps).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
  });

  it('holds a paper that came back signed as it came back', async () => {
    const signed = Buffer.from('%PDF-1.7 ký rồi');
    await writeZip([named('a.pdf'), named('b.pdf')], {
      ...writing,
      signal: new AbortController().signal,
      onFinding: () => undefined,
      onProgress: () => undefined,
      signedFile: ({ file }) => Promise.resolve(file === 'b.pdf' ? signed : undefined),
    });
    expect(await namesIn(writing.target)).toEqual(['a.pdf', 'b.pdf']);
    expect((await readFile(writing.target)).includes(signed)).toBe(true);
  });

  it('ends soon when it is called off, with the reason', async () => {
    const off = new AbortController();
    const many = Array.from({ length: 500 }, (_, at) => named(`${at}.pdf`));
    let begun = 0;
    const work = writeZip(many, {
      ...writing,
      signal: off.signal,
      onFinding: () => undefined,
      onProgress: (done) => {
        begun = done;
        if (done === 5) off.abort('not-ours');
      },
    });
    await expect(work).rejects.toBe('not-ours');
    expect(begun).toBeLessThan(20);
    expect(await readdir(folder)).not.toContain('out.zip.tmp');
  });
});

async function namesIn(path: string): Promise<string[]> {
  const zip = await openPromise(path);
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  return names;
}
