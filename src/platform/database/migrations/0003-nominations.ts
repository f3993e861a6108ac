import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { boolean, day, id, instant, integer, json, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';

/** Units, nominations and all that hangs on one nomination. */
export class Nominations0000000000003 implements MigrationInterface {
  readonly name = 'Nominations0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

const unit = new Table({
  name: 'unit',
  columns: [
    id(),
    varchar('name', 300),
    varchar('searchKey', 600),
    varchar('sortKey', 400),
    instant('createdAt'),
  ],
  uniques: [{ name: 'uq_unit_name', columnNames: ['name'] }],
  indices: [{ name: 'ix_unit_sort', columnNames: ['sortKey', 'id'] }],
});

const nomination = new Table({
  name: 'nomination',
  columns: [
    id(),
    ref('phaseId'),
    varchar('code', 100),
    varchar('criteriaSet', 100),
    varchar('subject', 10),
    varchar('audience', 100, optional),
    text('name'),
    ref('unitId'),
    varchar('proposed', 100, optional),
    integer('members', optional),
    integer('women', optional),
    text('orgClass', optional),
    varchar('gender', 6, optional),
    text('position', optional),
    varchar('positionClass', 6, optional),
    varchar('state', 16),
    text('report'),
    varchar('searchKey', 600),
    varchar('sortKey', 400),
    varchar('unitSortKey', 400),
    integer('version'),
    instant('createdAt'),
    instant('updatedAt'),
  ],
  uniques: [{ name: 'uq_nomination_code', columnNames: ['phaseId', 'code'] }],
  indices: [
    { name: 'ix_nomination_name', columnNames: ['phaseId', 'sortKey', 'code', 'searchKey'] },
    { name: 'ix_nomination_by_unit', columnNames: ['phaseId', 'unitSortKey', 'sortKey', 'code'] },
    { name: 'ix_nomination_set', columnNames: ['phaseId', 'criteriaSet', 'sortKey', 'code'] },
    { name: 'ix_nomination_unit', columnNames: ['unitId'] },
  ],
  foreignKeys: [references('phaseId', 'phase'), references('unitId', 'unit')],
});

const scoreSheet = new Table({
  name: 'score_sheet',
  columns: [
    id(),
    ref('nominationId'),
    varchar('layer', 10),
    varchar('member', 200),
    boolean('recused'),
    text('entries'),
    ref('versionId'),
    integer('version'),
  ],
  uniques: [{ name: 'uq_score_sheet_layer', columnNames: ['nominationId', 'layer', 'member'] }],
  foreignKeys: [references('nominationId', 'nomination'), references('versionId', 'campaign_version')],
});

const evidence = new Table({
  name: 'evidence',
  columns: [
    id(),
    ref('nominationId'),
    integer('ordinal'),
    varchar('criterion', 100),
    text('title'),
    text('document', optional),
    text('file', optional),
  ],
  uniques: [{ name: 'uq_evidence_ordinal', columnNames: ['nominationId', 'ordinal'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const matter = new Table({
  name: 'matter',
  columns: [
    id(),
    ref('nominationId'),
    integer('ordinal'),
    varchar('kind', 16),
    varchar('status', 10),
    day('from', optional),
    day('to', optional),
    text('document', optional),
  ],
  uniques: [{ name: 'uq_matter_ordinal', columnNames: ['nominationId', 'ordinal'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const earlierAward = new Table({
  name: 'earlier_award',
  columns: [
    id(),
    ref('nominationId'),
    integer('ordinal'),
    text('award'),
    text('campaign'),
    text('phase'),
    text('decision', optional),
  ],
  uniques: [{ name: 'uq_earlier_award_ordinal', columnNames: ['nominationId', 'ordinal'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const ballot = new Table({
  name: 'ballot',
  columns: [
    id(),
    ref('nominationId'),
    varchar('award', 100),
    integer('yes'),
    integer('no'),
    integer('abstain'),
    integer('version'),
  ],
  uniques: [{ name: 'uq_ballot_award', columnNames: ['nominationId', 'award'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const tieResolution = new Table({
  name: 'tie_resolution',
  columns: [
    id(),
    ref('phaseId'),
    integer('ordinal'),
    varchar('criteriaSet', 100),
    varchar('award', 100),
    json('order', optional),
    boolean('leaveVacant'),
    text('reason'),
    text('by'),
    day('date'),
  ],
  uniques: [{ name: 'uq_tie_resolution_ordinal', columnNames: ['phaseId', 'ordinal'] }],
  foreignKeys: [references('phaseId', 'phase')],
});

const tables = [unit, nomination, scoreSheet, evidence, matter, earlierAward, ballot, tieResolution];
