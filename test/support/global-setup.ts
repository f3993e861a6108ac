import { startPostgres } from './postgres-server';
import { makeTemplates, removeTemplates } from './templates';

/** Once for the whole run: one real PostgreSQL, and a migrated template of either engine to copy from. */
export default async function globalSetup(): Promise<void> {
  const server = await startPostgres();
  globalThis.stopDatabases = async () => {
    await server.stop();
    await removeTemplates();
  };
  await makeTemplates(server.url);
}

declare global {
  var stopDatabases: (() => Promise<void>) | undefined;
}
