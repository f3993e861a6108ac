import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { boolean, day, id, instant, integer, json, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { appendOnly } from '../triggers';

/** Campaigns with their frozen versions, opened phases and quota lines. */
export class Campaigns0000000000002 implements MigrationInterface {
  readonly name = 'Campaigns0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    await appendOnly(runner, 'campaign_version');
    await appendOnly(runner, 'quota_amendment');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const campaign = new Table({
  name: 'campaign',
  columns: [id(), varchar('code', 100), text('title'), integer('version'), instant('createdAt')],
  uniques: [{ name: 'uq_campaign_code', columnNames: ['code'] }],
});

const campaignVersion = new Table({
  name: 'campaign_version',
  columns: [
    id(),
    ref('campaignId'),
    integer('version'),
    text('definition'),
    varchar('sha256', 64),
    text('source'),
    text('reason'),
    instant('createdAt'),
  ],
  uniques: [{ name: 'uq_campaign_version_version', columnNames: ['campaignId', 'version'] }],
  foreignKeys: [references('campaignId', 'campaign')],
});

const phase = new Table({
  name: 'phase',
  columns: [
    id(),
    ref('campaignId'),
    ref('versionId'),
    varchar('code', 100),
    day('date'),
    json('participants'),
    json('council', { isNullable: true }),
    integer('version'),
    integer('inputVersion'),
    instant('openedAt'),
  ],
  uniques: [{ name: 'uq_phase_code', columnNames: ['campaignId', 'code'] }],
  foreignKeys: [references('campaignId', 'campaign'), references('versionId', 'campaign_version')],
});

const quotaLine = new Table({
  name: 'quota_line',
  columns: [
    id(),
    ref('phaseId'),
    varchar('award', 100),
    varchar('criteriaSet', 100),
    boolean('amended'),
    integer('capacity'),
  ],
  uniques: [
    { name: 'uq_quota_line_pool', columnNames: ['phaseId', 'award', 'criteriaSet'] },
    { name: 'uq_quota_line_capacity', columnNames: ['id', 'capacity'] },
  ],
  foreignKeys: [references('phaseId', 'phase')],
});

const quotaAmendment = new Table({
  name: 'quota_amendment',
  columns: [
    id(),
    ref('quotaLineId'),
    integer('fromCapacity'),
    integer('toCapacity'),
    text('reason'),
    text('document', { isNullable: true }),
    varchar('by', 200),
    instant('at'),
  ],
  indices: [{ name: 'ix_quota_amendment_line', columnNames: ['quotaLineId'] }],
  foreignKeys: [references('quotaLineId', 'quota_line')],
});

const tables = [campaign, campaignVersion, phase, quotaLine, quotaAmendment];
