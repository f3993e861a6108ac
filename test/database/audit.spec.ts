import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../src/domain/access';
import { verifyAuditChain } from '../../src/features/audit/audit.verify';
import { type TestDatabase, describeOnEachDatabase } from '../support/each-database';

const TRIGGERS: [string, string][] = [
  ['audit_event', 'update'],
  ['audit_event', 'delete'],
  ['audit_head', 'update'],
  ['audit_head', 'delete'],
];

async function recordFive(db: TestDatabase): Promise<void> {
  for (const id of ['một', 'hai', 'ba', 'bốn', 'năm'])
    await db.unitOfWork.run(SYSTEM, ({ audit }) =>
      audit.record({
        action: 'test.write',
        subject: { type: 'test', id },
        before: null,
        after: { points: 8750 },
      }),
    );
}

/** What somebody with the database in hand can do: take the triggers off, then change rows. */
async function byHand(db: TestDatabase, change: string): Promise<void> {
  await db.unitOfWork.run(SYSTEM, async ({ manager }) => {
    for (const [table, verb] of TRIGGERS) await dropTrigger(manager, db, table, verb);
    await manager.query(change);
  });
}

async function dropTrigger(
  manager: EntityManager,
  db: TestDatabase,
  table: string,
  verb: string,
): Promise<void> {
  const on = db.engine === 'postgres' ? ` ON "${table}"` : '';
  await manager.query(`DROP TRIGGER IF EXISTS "${table}_refuses_${verb}"${on}`);
}

const TAMPERINGS: [string, string, number][] = [
  ['one byte of the text', `UPDATE audit_event SET after = '{"points":8751}' WHERE ordinal = 3`, 3],
  ['the time', `UPDATE audit_event SET at = '2026-03-02T01:30:00.001Z' WHERE ordinal = 1`, 1],
  ['the actor', `UPDATE audit_event SET "actorName" = 'ai đó' WHERE ordinal = 2`, 2],
  ['a hash', `UPDATE audit_event SET hash = '${'0'.repeat(63)}1' WHERE ordinal = 4`, 4],
  ['a row in the middle, removed', 'DELETE FROM audit_event WHERE ordinal = 3', 3],
  ['the last row, removed', 'DELETE FROM audit_event WHERE ordinal = 5', 5],
  ['all rows, removed', 'DELETE FROM audit_event', 1],
  ['the head, removed', 'DELETE FROM audit_head', 1],
  ['the head, set back', `UPDATE audit_head SET count = 4`, 5],
];

for (const [what, change, firstBroken] of TAMPERINGS)
  describeOnEachDatabase(`the audit chain after a change by hand: ${what}`, (db) => {
    it('is broken, and says where', async () => {
      await recordFive(db);
      expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({ ok: true, count: 5 });
      await byHand(db, change);
      expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({ ok: false, firstBroken });
    });
  });

describeOnEachDatabase('the audit chain', (db) => {
  const changing = (sql: string) => db.unitOfWork.run(SYSTEM, ({ manager }) => manager.query(sql));

  it('is whole when it is empty', async () => {
    expect(await verifyAuditChain(db.unitOfWork.reader)).toEqual({
      ok: true,
      count: 0,
      head: '0'.repeat(64),
    });
  });

  it('has no event of a unit of work that throws after recording', async () => {
    await recordFive(db);
    const failing = db.unitOfWork.run(SYSTEM, async ({ audit }) => {
      await audit.record({ action: 'test.write', subject: { type: 'test', id: 'sáu' } });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({ ok: true, count: 5 });
  });

  it('notices a row added beyond its head', async () => {
    const links = await db.unitOfWork.reader.query('SELECT * FROM audit_event WHERE ordinal = 5');
    expect(links).toHaveLength(1);
    await changing(
      `INSERT INTO audit_event SELECT 6, at, "actorId", "actorKind", "actorName", action, "subjectType", "subjectId",
       before, after, hash, '${'f'.repeat(64)}' FROM audit_event WHERE ordinal = 5`,
    );
    expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({ ok: false, firstBroken: 6 });
  });

  it.each([
    'UPDATE audit_event SET action = action',
    'DELETE FROM audit_event',
    'UPDATE audit_head SET count = count - 1',
    'UPDATE audit_head SET count = count',
    'DELETE FROM audit_head',
    `INSERT INTO audit_head (id, count, hash) VALUES (2, 0, '')`,
  ])('is kept by the database from: %s', async (sql) => {
    await expect(changing(sql)).rejects.toThrow('append-only');
  });

  it('cannot be emptied by TRUNCATE', async () => {
    await expect(changing('TRUNCATE audit_event')).rejects.toThrow(/append-only|syntax error/);
  });
});
