import { createHash } from 'node:crypto';
import { type EntityManager, type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, ref, varchar } from '../table-columns';
import { references } from '../table-keys';

/**
 * The notice to a unit is known by the id of the unit, which a new name leaves as it is; units that became part of another
 * are remembered. A signed paper knows what it said when it was signed.
 */
export class UnitPapers0000000000021 implements MigrationInterface {
  readonly name = 'UnitPapers0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    const { manager } = runner;
    await runner.createTable(formerUnit);
    await byteOrder(runner, formerUnit.name);
    await runner.addColumn('signed_paper', new TableColumn(content));
    await byteOrder(runner, 'signed_paper');
    await rememberMerged(manager);
    for (const { name, unit } of await namesOfUnits(manager))
      await rekey(manager, { from: keyOf(name), to: unit });
  }

  async down(runner: QueryRunner): Promise<void> {
    const { manager } = runner;
    for (const { name, unit } of await namesOfUnits(manager))
      await rekey(manager, { from: unit, to: keyOf(name) });
    await runner.dropColumn('signed_paper', 'content');
    await byteOrder(runner, 'signed_paper');
    await runner.dropTable(formerUnit);
  }
}

const content = varchar('content', 64, { isNullable: true });

const formerUnit = new Table({
  name: 'former_unit',
  columns: [id(), varchar('name', 300), ref('unitId')],
  foreignKeys: [references('unitId', 'unit')],
});

/** From the audit, which alone knew of them. */
async function rememberMerged(manager: EntityManager): Promise<void> {
  const events = await manager.sql<{ into: string; before: string }[]>`
    SELECT "subjectId" AS "into", "before" FROM "audit_event" WHERE "action" = 'unit.merge' ORDER BY "ordinal"`;
  for (const { into, before } of events) {
    const { merged, name } = JSON.parse(before) as { merged?: string; name?: string };
    if (merged === undefined || name === undefined) continue;
    const target = laterTarget(events, into);
    const [there] = await manager.sql<{ id: string }[]>`SELECT "id" FROM "unit" WHERE "id" = ${target}`;
    if (there)
      await manager.sql`INSERT INTO "former_unit" ("id", "name", "unitId") VALUES (${merged}, ${name}, ${target})`;
  }
}

function laterTarget(events: readonly { into: string; before: string }[], unit: string): string {
  const next = events.find(({ before }) => (JSON.parse(before) as { merged?: string }).merged === unit);
  return next ? laterTarget(events, next.into) : unit;
}

/** Every name that a unit bears or bore, those of today first. */
async function namesOfUnits(manager: EntityManager): Promise<{ name: string; unit: string }[]> {
  const today = await manager.sql<{ name: string; unit: string }[]>`
    SELECT "name", "id" AS "unit" FROM "unit" UNION ALL SELECT "name", "id" FROM "former_unit"`;
  const renamed = await manager.sql<{ unit: string; before: string }[]>`
    SELECT "subjectId" AS "unit", "before" FROM "audit_event" WHERE "action" = 'unit.rename' ORDER BY "ordinal" DESC`;
  const before = renamed.map(({ unit, before }) => ({
    unit,
    name: (JSON.parse(before) as { name: string }).name,
  }));
  return [...today, ...before];
}

/** What was numbered or signed again under the new name counts, and the former row stays where it is. */
async function rekey(manager: EntityManager, { from, to }: { from: string; to: string }): Promise<void> {
  await manager.sql`
    UPDATE "paper_issue" SET "subject" = ${to} WHERE "kind" = 'notice' AND "subject" = ${from} AND NOT EXISTS (
      SELECT 1 FROM "paper_issue" o WHERE o."kind" = 'notice' AND o."subject" = ${to} AND o."phaseId" = "paper_issue"."phaseId")`;
  await manager.sql`
    UPDATE "signed_paper" SET "subject" = ${to} WHERE "kind" = 'notice' AND "subject" = ${from} AND NOT EXISTS (
      SELECT 1 FROM "signed_paper" o WHERE o."kind" = 'notice' AND o."subject" = ${to} AND o."phaseId" = "signed_paper"."phaseId")`;
}

/** How a name named a notice until now: ASCII letters, and a piece of its digest wherever that changed the name. */
function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  if (plain === name && plain !== '' && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name)) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 10);
  return [plain, digest].filter(Boolean).join('-');
}
