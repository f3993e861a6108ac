import { SYSTEM } from '../../src/domain/access';
import { InstallationRow } from '../../src/features/accounts/installation.entity';
import { TestDatabase, describeOnEachDatabase } from '../support/each-database';

/** A collation of any language puts these otherwise: `a` before `B`, no weight for `-`. */
const IN_BYTES = ['B', 'B-1', 'B-2', 'B1', 'BA', 'a', 'z', 'đ'];

describeOnEachDatabase('texts', (db) => {
  it('come in the order of their bytes', async () => {
    await db.unitOfWork.run(SYSTEM, async ({ manager }) => {
      for (const id of IN_BYTES.toReversed()) await manager.insert(InstallationRow, { id, value: id });
    });
    const rows = await db.unitOfWork.reader.find(InstallationRow, { order: { value: 'ASC' } });
    expect(rows.map(({ value }) => value)).toEqual(IN_BYTES);
  });
});

describe('the PostgreSQL of the tests', () => {
  const db = new TestDatabase('postgres');
  beforeAll(() => db.open());
  afterAll(() => db.close());

  it('orders by a language where nobody says otherwise', async () => {
    const values = IN_BYTES.map((text) => `('${text}')`).join(', ');
    const rows: { text: string }[] = await db.unitOfWork.reader.query(
      `SELECT "text" FROM (VALUES ${values}) AS given ("text") ORDER BY "text"`,
    );
    expect(rows.map(({ text }) => text)).not.toEqual(IN_BYTES);
  });

  it('orders every text of every table by its bytes', async () => {
    const columns: { place: string; collation: string | null }[] = await db.unitOfWork.reader.query(
      `SELECT table_name || '.' || column_name AS "place", collation_name AS "collation"
       FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migrations' AND data_type IN ('character varying', 'text')`,
    );
    expect(columns.length).toBeGreaterThan(50);
    expect(columns.filter(({ collation }) => collation !== 'C')).toEqual([]);
  });
});
