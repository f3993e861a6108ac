import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditEventEntity } from '../features/audit/audit-event.entity';
import { AuditHead } from '../features/audit/audit-head.entity';
import { type AuditVerdict, verifyAuditChain } from '../features/audit/audit.verify';
import { type Config, readConfig } from '../platform/config/config';
import { type ReadOnlyDatabase, openReadOnly } from '../platform/database/read-only';
import { SQLITE_FILE } from '../platform/database/sqlite';
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
  const database = await openToRead(config);
  try {
    if (!(await database.hasTable('audit_head'))) refuse('cli.audit.no-tables');
    return await verifyAuditChain(database.reader);
  } finally {
    await database.close();
  }
}

async function openToRead(config: Config): Promise<ReadOnlyDatabase> {
  const file = join(config.dataDir, SQLITE_FILE);
  if (!config.databaseUrl && !(await stat(file).catch(() => undefined)))
    refuse('cli.audit.no-database', { file });
  return openReadOnly(config, [AuditEventEntity, AuditHead]).catch(() => refuse('cli.audit.no-connection'));
}
