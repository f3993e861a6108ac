import { setImmediate } from 'node:timers/promises';
import { SYSTEM } from '../../src/domain/access';
import { AuditEventEntity } from '../../src/features/audit/audit-event.entity';
import { type ExportMoment, ExportMoments } from '../../src/features/dossiers/exports/export.moments';
import { type Held, claim } from '../../src/features/dossiers/exports/export.store';
import { IssueService } from '../../src/features/dossiers/papers/issue.service';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { AWARD, type Exporting, exportingWorkedCase, start } from './support';

const PAPER = { campaign: CAMPAIGN, phase: 'GD1', kind: 'submission', subject: 'BK' };

describeOnEachDatabase('what an export shows', (db) => {
  let made: Exporting;
  let held: Held;
  beforeAll(async () => {
    made = await exportingWorkedCase(db);
    const { id } = await start(made, AWARD);
    const taken = await db.unitOfWork.run(SYSTEM, (tx) => claim(tx, id, db.clock.now()));
    if (!taken) throw new Error('it was not to be had');
    held = taken;
  });

  /** The number that the paper bears, and the one that the last link of the chain in its stamp has recorded. */
  const numbersIn = async ({ data, evidence }: ExportMoment) => {
    const { auditHead: hash } = evidence.papers;
    const event = await db.unitOfWork.reader.findOneByOrFail(AuditEventEntity, { hash });
    const { number } = JSON.parse(event.after ?? '') as { number: string };
    return { shown: data.papers.issueOf('submission', 'BK').number, stamped: number };
  };

  it('is of the moment that its stamps name, whoever writes meanwhile', async () => {
    const issues = made.app.app.get(IssueService);
    const moments = made.app.app.get(ExportMoments);
    const fill = (seen: number) =>
      issues.record(
        SYSTEM,
        { ...PAPER, seen },
        { number: String(seen + 1), day: '', authority: '', signer: '' },
      );
    await fill(0);
    const writing = { done: false };
    const write = async () => {
      for (let seen = 1; seen < 40; seen += 1) {
        await fill(seen);
        // On SQLite nothing is ever waited for: let the readers have their turn.
        await setImmediate();
      }
      writing.done = true;
    };
    const read = async () => {
      const seen: Awaited<ReturnType<typeof numbersIn>>[] = [];
      while (!writing.done) {
        const moment = await moments.of(held);
        if (moment) seen.push(await numbersIn(moment));
        await setImmediate();
      }
      return seen;
    };
    const [, ...seen] = await Promise.all([write(), read(), read()]);
    expect(seen.flat().length).toBeGreaterThan(5);
    expect(seen.flat().filter(({ shown, stamped }) => shown !== stamped)).toEqual([]);
  });

  it('is not read for a job that is in other hands', async () => {
    expect(await made.app.app.get(ExportMoments).of({ ...held, worker: 'another' })).toBeUndefined();
  });
});
