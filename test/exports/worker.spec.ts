import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '../../src/domain/access';
import { ExportJobRow } from '../../src/features/dossiers/exports/export-job.entity';
import { ExportFiles } from '../../src/features/dossiers/exports/export.files';
import { ExportHold } from '../../src/features/dossiers/exports/export.hold';
import { ExportMaker } from '../../src/features/dossiers/exports/export.maker';
import { exportById } from '../../src/features/dossiers/exports/export.queries';
import {
  type Held,
  claim,
  fail,
  finish,
  giveBack,
  isLost,
  note,
  takeBackLost,
} from '../../src/features/dossiers/exports/export.store';
import { DossierPrinter } from '../../src/features/dossiers/printing/dossier.printer';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { describeOnEachDatabase } from '../support/each-database';
import {
  AWARD,
  type Exporting,
  ROUND,
  exportFiles,
  exporting,
  exportingWorkedCase,
  reached,
  start,
} from './support';

const MADE = { sha256: 'a'.repeat(64), kilobytes: 1, total: 2, findings: [] };
const BROKEN = { code: 'browser-failed', params: { path: '/x', reason: 'y' } };
const MINUTE = 60_000;
/** More than Linux gives to any process. */
const DEAD = 4_999_999;

/** The process that prints, once it does. */
async function browserOf({ app }: Exporting): Promise<number> {
  const renderer = await app.app.get(DossierPrinter).warm();
  for (;;) {
    const id = await renderer.processId();
    if (id !== undefined) return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describeOnEachDatabase('an export', (db) => {
  let one: Exporting;
  let two: Exporting;
  beforeAll(async () => {
    one = await exportingWorkedCase(db);
    two = await exporting(db);
  });
  afterEach(() => db.unitOfWork.run(SYSTEM, ({ manager }) => manager.clear(ExportJobRow)));

  const now = () => db.clock.now();
  const pass = (ms: number) => db.clock.set(new Date(Date.parse(now()) + ms).toISOString());
  const row = (id: string) => exportById(db.unitOfWork.reader, id);
  const take = (id: string) => db.unitOfWork.run(SYSTEM, (tx) => claim(tx, id, now()));
  const mustTake = async (id: string): Promise<Held> => {
    const held = await take(id);
    if (!held) throw new Error('it was not to be had');
    return held;
  };

  it('is taken once by workers that are called at the same time', async () => {
    const { id } = await start(one, AWARD);
    await Promise.all([one.worker.run(id), two.worker.run(id), one.worker.run(id)]);
    await reached(db, id, 'done');
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1, done: 2, total: 2, error: null });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([`${id}-1.zip`]);
  });

  it('keeps its file where the connection is lost behind the COMMIT of its end', async () => {
    const { id } = await start(one, AWARD);
    const unit = one.app.app.get(UnitOfWork);
    const real = unit.run.bind(unit);
    const losing = jest.spyOn(unit, 'run').mockImplementation(async (actor, work) => {
      const wasDone = (await row(id)).state === 'done';
      const result = await real(actor, work);
      if (!wasDone && (await row(id)).state === 'done') throw new Error('Connection terminated');
      return result;
    });
    await one.worker.run(id);
    losing.mockRestore();
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1, error: null });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([`${id}-1.zip`]);
  });

  it('waits again when its worker falls silent, and takes no word from it any more', async () => {
    const { id } = await start(one, AWARD);
    const dead = await mustTake(id);
    await db.unitOfWork.run(SYSTEM, (tx) => takeBackLost(tx, now()));
    expect(await take(id)).toBeUndefined();

    pass(MINUTE);
    await db.unitOfWork.run(SYSTEM, (tx) => takeBackLost(tx, now()));
    pass(MINUTE);
    const alive = await mustTake(id);
    expect(alive.attempts).toBe(2);
    const late = await db.unitOfWork.run(SYSTEM, (tx) => finish(tx, dead, MADE, now()));
    await db.unitOfWork.run(SYSTEM, (tx) => fail(tx, dead, BROKEN, now()));
    expect(late).toBe(false);
    expect(await row(id)).toMatchObject({ state: 'running', worker: alive.worker });
    expect(await db.unitOfWork.run(SYSTEM, (tx) => finish(tx, alive, MADE, now()))).toBe(true);
  });

  it('that another has finished is left alone by a worker that had slept beyond its lease', async () => {
    const { id } = await start(one, AWARD);
    const slept = await mustTake(id);
    pass(MINUTE);
    await db.unitOfWork.run(SYSTEM, (tx) => takeBackLost(tx, now()));
    pass(MINUTE);
    await two.worker.run(id);
    const before = await row(id);
    expect(before).toMatchObject({ state: 'done', attempts: 2 });

    const hold = new ExportHold(slept, db.unitOfWork, db.clock);
    await expect(one.app.app.get(ExportMaker).make(hold)).rejects.toThrow('in other hands');
    await hold.end();
    const files = new ExportFiles(join(db.config.dataDir, 'exports'));
    await files.place(slept, (draft) => writeFile(draft, 'late'));
    await one.app.app.get(ExportMaker).discard(hold);
    expect(hold.stopped).toBe('not-ours');
    expect(await row(id)).toEqual(before);
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([`${id}-2.zip`]);
  });

  it('in the hand of a process is lost with it, and not with one of that number in another place', async () => {
    const { id } = await start(one, AWARD);
    const held = await mustTake(id);
    const [place, , attempt] = held.worker.split(' ');
    const of = (where: string | undefined) => ({ ...held, worker: `${where} ${DEAD} ${attempt}` });
    expect(held.worker).not.toContain(hostname());
    expect([of(place), of('elsewhere'), of(hostname())].map((each) => isLost(each, now()))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('ends as failed, with its reason, after three attempts', async () => {
    const { id } = await start(one, AWARD);
    const states: string[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const held = await mustTake(id);
      await db.unitOfWork.run(SYSTEM, (tx) => fail(tx, held, BROKEN, now()));
      states.push((await row(id)).state);
      pass(MINUTE);
    }
    expect(states).toEqual(['waiting', 'waiting', 'failed']);
    expect(await row(id)).toMatchObject({ error: BROKEN, attempts: 3, worker: null });
    expect(await take(id)).toBeUndefined();
  });

  it('that kills each of its workers ends as failed too', async () => {
    const { id } = await start(one, AWARD);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await mustTake(id);
      pass(MINUTE);
      await db.unitOfWork.run(SYSTEM, (tx) => takeBackLost(tx, now()));
      pass(MINUTE);
    }
    expect(await row(id)).toMatchObject({
      state: 'failed',
      error: { code: 'export-lost', params: { attempts: 3 } },
    });
  });

  it('given back by a worker that stops has lost no attempt', async () => {
    const { id } = await start(one, AWARD);
    const held = await mustTake(id);
    await db.unitOfWork.run(SYSTEM, (tx) => giveBack(tx, held, now()));
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0, worker: null });
    expect((await mustTake(id)).attempts).toBe(1);
  });

  it('of the same data that has not ended is given again instead of being doubled', async () => {
    const first = await start(one, ROUND);
    expect((await start(two, ROUND)).id).toBe(first.id);
    expect((await start(one, AWARD)).id).not.toBe(first.id);
    await one.exports.cancel(SYSTEM, first.id);
    expect((await start(one, ROUND)).id).not.toBe(first.id);
  });

  it('of data that something was recorded about since is not given again', async () => {
    const first = await start(one, ROUND);
    const held = await mustTake(first.id);
    await db.unitOfWork.run(SYSTEM, ({ manager }) => note(manager, held, now(), { dataAt: now() }));
    pass(MINUTE);
    await db.unitOfWork.run(SYSTEM, ({ manager }) => note(manager, held, now(), { dataAt: now() }));
    expect((await start(one, ROUND)).id).toBe(first.id);
    const subject = { type: 'phase', id: first.phaseId };
    await db.unitOfWork.run(SYSTEM, ({ audit }) => audit.record({ action: 'paper.number', subject }));
    expect((await start(one, ROUND)).id).not.toBe(first.id);
  });

  it('outlives its browser', async () => {
    const { id } = await start(one, ROUND);
    const work = one.worker.run(id);
    await reached(db, id, 'running');
    process.kill(await browserOf(one), 'SIGKILL');
    expect((await row(id)).state).toBe('running');
    await work;
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1, findings: [] });
  });

  it('that waits unannounced is found by a worker, also when its first worker has died', async () => {
    const { id } = await start(two, AWARD);
    await mustTake(id);
    pass(MINUTE);
    one.worker.start();
    await reached(db, id, 'waiting');
    pass(MINUTE);
    expect(await reached(db, id, 'done', 'failed')).toMatchObject({ state: 'done', attempts: 2 });
  });
});
