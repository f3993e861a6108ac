import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AuditEventEntity } from '../features/audit/audit-event.entity';
import { AuditHead } from '../features/audit/audit-head.entity';
import { type AuditVerdict, verifyAuditChain } from '../features/audit/audit.verify';
import { type Config, readConfig } from '../platform/config/config';
import { postgresOptions } from '../platform/database/postgres';
import { SQLITE_FILE, sqliteOptions } from '../platform/database/sqlite';
import { message } from '../platform/messages/message';
import { refuse } from './failure';
import { print } from './terminal';

/** `thidua audit verify`: walks the audit chain of the configured database, which it opens for reading only. */
export async function verifyAudit(): Promise<void> {
  const verdict = await verdictOf(readConfig(process.env));
  const { count, head, firstBroken } = verdict;
  if (firstBroken !== undefined) refuse('cli.audit.broken', { ordinal: firstBroken, count, head });
  print(message('cli.audit.whole', { count, head }));
}

async function verdictOf(config: Config): Promise<AuditVerdict> {
  const source = await openToRead(config);
  try {
    if (!(await source.createQueryRunner().hasTable('audit_head'))) refuse('cli.audit.no-tables');
    return await verifyAuditChain(source.manager);
  } finally {
    await source.destroy();
  }
}

async function openToRead({ databaseUrl, dataDir }: Config): Promise<DataSource> {
  const file = join(dataDir, SQLITE_FILE);
  if (!databaseUrl && !(await stat(file).catch(() => undefined))) refuse('cli.audit.no-database', { file });
  const { reader } = databaseUrl ? postgresOptions(databaseUrl) : sqliteOptions(dataDir);
  return new DataSource({ ...reader, entities: [AuditEventEntity, AuditHead] })
    .initialize()
    .catch(() => refuse('cli.audit.no-connection'));
}
