import { createHash } from 'node:crypto';
import type { TestDatabase } from '../../support/each-database';

/** That somebody was here, not what they have done. */
const VISITS = ['login_session', 'access_token'];

/** Every table with a digest of all its rows: equal before and after where nothing was written, also no audit event. */
export async function everythingIn({ database: { reader } }: TestDatabase): Promise<Record<string, string>> {
  const tables = reader.connection.entityMetadatas.map(({ tableName }) => tableName);
  const digests: Record<string, string> = {};
  for (const table of tables.filter((name) => !VISITS.includes(name)).sort()) {
    const rows = await reader.query<object[]>(`SELECT * FROM "${table}"`);
    digests[table] = digestOf(rows.map((row) => JSON.stringify(row)).sort());
  }
  return digests;
}

function digestOf(lines: readonly string[]): string {
  return `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
}
