import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { SYSTEM } from '../../src/domain/access';
import { exportById } from '../../src/features/dossiers/exports/export.queries';
import { DossierPrinter } from '../../src/features/dossiers/printing/dossier.printer';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';
import { describeOnEachDatabase } from '../support/each-database';
import { wordsOf } from '../support/office-world';
import { type Exporting, ROUND, exportFiles, exportingWorkedCase, start } from './support';

/** A print may take a minute before it is given up: what is called off must not wait for that. */
const SECONDS = 25_000;
/** What the browser does not finish within minutes. */
const ENDLESS = '<div style="display:grid">'.repeat(500) + '<p>x</p>'.repeat(200_000);

const children: ChildProcess[] = [];
subscribe('child_process', (started) => children.push((started as { process: ChildProcess }).process));

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** The processes of this one that read and merge PDFs. */
function pdfProcesses(): ChildProcess[] {
  const isOurs = ({ spawnargs }: ChildProcess) => spawnargs.some((arg) => arg.includes('pdf-process.main'));
  return children.filter((child) => !hasEnded(child) && isOurs(child));
}

describeOnEachDatabase('an export that is called off', (db) => {
  let made: Exporting;
  beforeAll(async () => {
    made = await exportingWorkedCase(db);
  });
  afterEach(() => jest.restoreAllMocks());

  /** Calls it off once it is where it should be; gives how long its worker took to let go. */
  const calledOff = async (reached: Promise<void>): Promise<{ id: string; took: number }> => {
    const { id } = await start(made, ROUND);
    const work = made.worker.run(id);
    await reached;
    await made.exports.cancel(SYSTEM, id);
    const from = performance.now();
    await work;
    return { id, took: performance.now() - from };
  };
  const leavesNothing = async (id: string) => {
    expect(await exportById(db.unitOfWork.reader, id)).toMatchObject({
      state: 'cancelled',
      sha256: null,
      worker: null,
    });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([]);
    const office = await made.app.browser({ username: `van-phong-${id}`, groups: ['office'] });
    const page = await office.get(`/xuat-ho-so/${id}`);
    expect(wordsOf(page.text)).toContain('Lần xuất này đã bị hủy, không có tệp.');
  };

  it('while a document is being printed ends at once, and leaves the browser free for others', async () => {
    const renderer = await made.app.app.get(DossierPrinter).warm();
    // A page that stands ready: on it the print begins at once, and is in hand when the export is called off.
    await renderer.print('<p>Trước</p>');
    const print = renderer.print.bind(renderer);
    const printing = new Promise<void>((begun) => {
      jest.spyOn(renderer, 'print').mockImplementation((_, options) => {
        begun();
        return print(ENDLESS, options);
      });
    });
    const { id, took } = await calledOff(printing);
    expect(took).toBeLessThan(SECONDS);
    await leavesNothing(id);
    jest.restoreAllMocks();
    expect((await renderer.print('<p>Sau</p>')).length).toBeGreaterThan(1000);
  });

  it('while a dossier is being merged ends at once, with the process that merges', async () => {
    const run: PdfProcesses['run'] = Reflect.get(PdfProcesses.prototype, 'run');
    const stopped = new Set<ChildProcess>();
    let stopping: NodeJS.Timeout | undefined;
    const merging = new Promise<void>((begun) => {
      jest.spyOn(PdfProcesses.prototype, 'run').mockImplementation(function (
        this: PdfProcesses,
        ...asked: Parameters<typeof run>
      ) {
        if (asked[0] !== 'merge') return run.apply(this, asked);
        // A merge that does not come to its end.
        stopping ??= setInterval(() => {
          for (const one of pdfProcesses()) if (one.kill('SIGSTOP')) stopped.add(one);
          if (stopped.size > 0) begun();
        }, 20);
        return run.apply(this, asked);
      });
    });
    const { id, took } = await calledOff(merging).finally(() => clearInterval(stopping));
    expect(took).toBeLessThan(SECONDS);
    await leavesNothing(id);
    for (const one of stopped)
      if (!hasEnded(one)) await once(one, 'exit', { signal: AbortSignal.timeout(SECONDS) });
    expect([...stopped].map(({ signalCode }) => signalCode)).toEqual([...stopped].map(() => 'SIGKILL'));
  });
});
