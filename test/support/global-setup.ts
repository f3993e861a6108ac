import { startPostgres } from './postgres-server';
import { makeTemplates, removeTemplates } from './templates';

/** Once for the whole run: one real PostgreSQL, and a migrated template of either engine to copy from. */
export default async function globalSetup(): Promise<void> {
  const server = await startPostgres();
  const stop = async (): Promise<void> => {
    await server.stop();
    await removeTemplates();
  };
  globalThis.stopDatabases = stop;
  await makeTemplates(server.url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
}

declare global {
  var stopDatabases: (() => Promise<void>) | undefined;
}
