import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byteOrder } from '../byte-order';

/** Every text of every table so far is ordered byte by byte, on either engine. */
export class ByteOrder0000000000005 implements MigrationInterface {
  readonly name = 'ByteOrder0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await byteOrder(runner, table);
  }

  /** What was ordered by another collation before is not known any more, and nothing depends on it. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const TABLES = [
  'audit_event',
  'audit_head',
  'access_token',
  'campaign',
  'campaign_version',
  'phase',
  'quota_line',
  'quota_amendment',
  'unit',
  'nomination',
  'score_sheet',
  'evidence',
  'matter',
  'earlier_award',
  'ballot',
  'tie_resolution',
  'place',
  'proposal',
  'decision',
];
