import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { SYSTEM } from '../../src/domain/access';
import { DomainError } from '../../src/domain/domain-error';
import { InstallationRow } from '../../src/features/accounts/installation.entity';
import { entities } from '../../src/app.entities';
import { AuditEventEntity } from '../../src/features/audit/audit-event.entity';
import { recordAuditEvent } from '../../src/features/audit/audit.record';
import { verifyAuditChain } from '../../src/features/audit/audit.verify';
import type { AuditEvent } from '../../src/platform/database/audit-event';
import { Database, writerOptions } from '../../src/platform/database/database';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { type TestDatabase, describeOnEachDatabase } from '../support/each-database';

const row = (id: string): InstallationRow => ({ id, value: id });
const event = (id: string): AuditEvent => ({
  action: 'test.write',
  subject: { type: 'test', id },
  after: { id },
});

describeOnEachDatabase('the one door for writing', (db) => {
  const write = (id: string, then: () => Promise<void> = () => Promise.resolve()) =>
    db.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      await manager.insert(InstallationRow, row(id));
      await audit.record(event(id));
      await then();
    });
  const landed = async (prefix: string) => {
    const rows = await db.unitOfWork.reader.find(InstallationRow, { order: { id: 'ASC' } });
    const events = await db.unitOfWork.reader.find(AuditEventEntity, { order: { ordinal: 'ASC' } });
    return {
      rows: rows.map(({ id }) => id).filter((id) => id.startsWith(prefix)),
      events: events.map(({ subjectId }) => subjectId).filter((id) => id.startsWith(prefix)),
    };
  };

  it('keeps the one and leaves nothing of the other when two overlap and one fails', async () => {
    const failing = write('overlap-fails', async () => {
      await wait(30);
      throw new Error('refused late');
    });
    const staying = write('overlap-stays', () => wait(5));
    expect(await Promise.allSettled([failing, staying])).toEqual([
      { status: 'rejected', reason: new Error('refused late') },
      { status: 'fulfilled', value: undefined },
    ]);
    expect(await landed('overlap')).toEqual({ rows: ['overlap-stays'], events: ['overlap-stays'] });
  });

  it('keeps a reported commit when its neighbour fails right after', async () => {
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        write(`mixed-${String(index).padStart(2, '0')}`, () =>
          index % 2 ? Promise.reject(new Error('odd')) : Promise.resolve(),
        ),
      ),
    );
    const even = Array.from({ length: 10 }, (_, half) => `mixed-${String(half * 2).padStart(2, '0')}`);
    expect(await landed('mixed')).toEqual({ rows: even, events: even });
  });

  it('shows nobody a row before it is committed', async () => {
    let seen: unknown;
    await write('unseen', async () => {
      seen = await landed('unseen');
    });
    expect(seen).toEqual({ rows: [], events: [] });
    expect(await landed('unseen')).toEqual({ rows: ['unseen'], events: ['unseen'] });
  });

  it('lands fifty parallel units of work in one right chain', async () => {
    const before = await verifyAuditChain(db.unitOfWork.reader);
    await Promise.all(Array.from({ length: 50 }, (_, index) => write(`fifty-${index}`)));
    expect((await landed('fifty')).rows).toHaveLength(50);
    expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({
      ok: true,
      count: before.count + 50,
    });
  });

  it('takes turns in the order of arrival', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `order-${String(index).padStart(2, '0')}`);
    await Promise.all(ids.map((id, index) => write(id, () => wait(index % 3))));
    expect((await landed('order')).events).toEqual(ids);
  });

  it('takes turns with a second program on the same database', async () => {
    const second = await Database.open(db.config, entities);
    const other = new UnitOfWork(second, db.clock, recordAuditEvent);
    const ids = Array.from({ length: 40 }, (_, index) => `two-${String(index).padStart(2, '0')}`);
    await Promise.all(
      ids.map((id, index) =>
        (index % 2 ? other : db.unitOfWork).run(SYSTEM, async ({ manager, audit }) => {
          await audit.record(event(id));
          await wait(2);
          await manager.insert(InstallationRow, row(id));
        }),
      ),
    );
    await second.close();
    expect((await landed('two')).rows).toEqual(ids);
    expect(await verifyAuditChain(db.unitOfWork.reader)).toMatchObject({ ok: true });
  });

  it('refuses a unit of work inside another and goes on', async () => {
    const nested = db.unitOfWork.run(SYSTEM, () => write('nested'));
    await expect(nested).rejects.toEqual(new DomainError('nested-unit-of-work'));
    await write('after-nested');
    expect(await landed('nested')).toEqual({ rows: [], events: [] });
    expect((await landed('after-nested')).rows).toEqual(['after-nested']);
  });

  it('lets nothing of a forgotten statement land after its unit of work has ended', async () => {
    let leaked: EntityManager | undefined;
    await db.unitOfWork.run(SYSTEM, ({ manager }) => {
      leaked = manager;
      return Promise.resolve();
    });
    await expect(leaked?.insert(InstallationRow, row('leaked'))).rejects.toThrow('released');
    expect((await landed('leaked')).rows).toEqual([]);
  });

  it('leaves nothing of a sibling that goes on after the work has failed', async () => {
    let sibling: Promise<unknown> = Promise.resolve();
    const failing: Promise<void> = db.unitOfWork.run(SYSTEM, async ({ manager }) => {
      await manager.insert(InstallationRow, row('sibling-1'));
      sibling = settled(failing).then(() => manager.insert(InstallationRow, row('sibling-2')));
      throw new Error('first failure');
    });
    await expect(failing).rejects.toThrow('first failure');
    await expect(sibling).rejects.toThrow('released');
    expect((await landed('sibling')).rows).toEqual([]);
  });

  it('cannot write through the reader', async () => {
    await expect(db.unitOfWork.reader.insert(InstallationRow, row('reader'))).rejects.toThrow(/read-?only/);
    expect((await landed('reader')).rows).toEqual([]);
  });

  it('waits until all that was handed in has ended', async () => {
    void write('idle-1', () => wait(20));
    void write('idle-2', () => wait(20));
    await db.unitOfWork.idle();
    expect((await landed('idle')).rows).toEqual(['idle-1', 'idle-2']);
  });

  it('runs again after a passing failure and lands once', async () => {
    let attempts = 0;
    await db.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      attempts += 1;
      await manager.insert(InstallationRow, row('again'));
      await audit.record(event('again'));
      if (attempts === 1) throw passingFailure(db.engine);
    });
    expect(attempts).toBe(2);
    expect(await landed('again')).toEqual({ rows: ['again'], events: ['again'] });
  });
});

describeOnEachDatabase('the tables', (db) => {
  it('agree with the entities', async () => {
    expect(await driftOf(db)).toEqual([]);
  });

  it('are reported when they do not agree', async () => {
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query('ALTER TABLE access_token DROP COLUMN "createdAt"'),
    );
    expect(await driftOf(db)).not.toEqual([]);
  });
});

/** What the entities ask for and the tables do not have: SQL statements, empty when both agree. */
async function driftOf({ config }: TestDatabase): Promise<string[]> {
  const source = await new DataSource(writerOptions(config, entities)).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

function settled(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => undefined,
    () => undefined,
  );
}

/** As the driver reports it. */
function passingFailure(engine: 'sqlite' | 'postgres'): QueryFailedError {
  const cause = Object.assign(new Error('busy'), { code: engine === 'sqlite' ? 'SQLITE_BUSY' : '40001' });
  return new QueryFailedError('COMMIT', [], cause);
}
