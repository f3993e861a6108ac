import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { searchText, textsIn } from '../../text/search-key';
import { byteOrder } from '../byte-order';
import { boolean, day, id, instant, integer, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { dropTextIndex, textIndex } from '../text-index';

/** What the office writes beside a nomination, and the texts of nominations as they are searched. */
export class Desk0000000000009 implements MigrationInterface {
  readonly name = 'Desk0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
    await textIndex(runner, 'nomination_text');
    await fillTexts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTextIndex(runner, 'nomination_text');
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };
const signed = [ref('byId'), varchar('by', 200), instant('at')];

const nominationText = new Table({
  name: 'nomination_text',
  columns: [integer('number', { isPrimary: true }), ref('nominationId'), text('key')],
  uniques: [{ name: 'uq_nomination_text', columnNames: ['nominationId'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const appraisalReason = new Table({
  name: 'appraisal_reason',
  columns: [id(), ref('nominationId'), varchar('criterion', 100), text('reason'), ...signed],
  uniques: [{ name: 'uq_appraisal_reason', columnNames: ['nominationId', 'criterion'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const officeNote = new Table({
  name: 'office_note',
  columns: [
    id(),
    ref('nominationId'),
    varchar('about', 100, optional),
    text('text'),
    boolean('forUnit'),
    ...signed,
  ],
  indices: [{ name: 'ix_office_note_nomination', columnNames: ['nominationId'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const confirmation = new Table({
  name: 'confirmation',
  columns: [
    id(),
    ref('nominationId'),
    varchar('agency', 300),
    varchar('result', 10),
    day('date', optional),
    text('document', optional),
    text('remark', optional),
    ...signed,
  ],
  indices: [{ name: 'ix_confirmation_nomination', columnNames: ['nominationId'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const tables = [nominationText, appraisalReason, officeNote, confirmation];

/** The key needs more than SQL can say: without diacritics, and the texts out of JSON. */
async function fillTexts(runner: QueryRunner): Promise<void> {
  const nominations = await runner.manager.sql<{ id: string; report: string }[]>`
    SELECT "id", "report" FROM "nomination" ORDER BY "createdAt", "id"`;
  const evidence = await runner.manager.sql<{ nominationId: string; title: string }[]>`
    SELECT "nominationId", "title" FROM "evidence" ORDER BY "ordinal"`;
  const titles = new Map<string, string[]>();
  for (const { nominationId, title } of evidence)
    titles.set(nominationId, [...(titles.get(nominationId) ?? []), title]);
  for (const [index, { id: nominationId, report }] of nominations.entries()) {
    const key = searchText(...textsIn(JSON.parse(report)), ...(titles.get(nominationId) ?? []));
    await runner.manager.sql`
      INSERT INTO "nomination_text" ("number", "nominationId", "key")
      VALUES (${index + 1}, ${nominationId}, ${key})`;
  }
}
