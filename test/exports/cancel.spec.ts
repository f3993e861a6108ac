import { readFileSync, readdirSync } from 'node:fs';
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

/** The processes of this one that read and merge PDFs. */
function pdfProcesses(): number[] {
  const lists = readdirSync('/proc/self/task').map((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8'),
  );
  return lists
    .flatMap((list) => list.split(' ').filter(Boolean).map(Number))
    .filter((id) => commandOf(id).includes('pdf-process.main'));
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
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
    expect(await exportById(db.unitOfWork.reader, id)).toMatchObject({ state: 'cancelled', sha256: null });
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
    const stopped = new Set<number>();
    let stopping: NodeJS.Timeout | undefined;
    const merging = new Promise<void>((begun) => {
      jest.spyOn(PdfProcesses.prototype, 'run').mockImplementation(function (
        this: PdfProcesses,
        ...asked: Parameters<typeof run>
      ) {
        if (asked[0] !== 'merge') return run.apply(this, asked);
        // A merge that does not come to its end.
        stopping ??= setInterval(() => {
          for (const one of pdfProcesses()) process.kill(one, 'SIGSTOP');
          for (const one of pdfProcesses()) stopped.add(one);
          if (stopped.size > 0) begun();
        }, 20);
        return run.apply(this, asked);
      });
    });
    const { id, took } = await calledOff(merging).finally(() => clearInterval(stopping));
    expect(took).toBeLessThan(SECONDS);
    await leavesNothing(id);
    const end = Date.now() + SECONDS;
    const left = () => pdfProcesses().filter((one) => stopped.has(one));
    while (left().length > 0 && Date.now() < end) await new Promise((next) => setTimeout(next, 50));
    expect(left()).toEqual([]);
  });
});
