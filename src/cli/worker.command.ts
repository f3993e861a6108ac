import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { ExportWorker } from '../features/dossiers/exports/export.worker';
import { type Config, readConfig } from '../platform/config/config';
import { FrameworkLog } from '../platform/logging/framework-log';
import { Log } from '../platform/logging/log';
import { message } from '../platform/messages/message';
import { reasonLines } from '../platform/start-failure';
import { Refusal } from './failure';
import { explain, print } from './terminal';

/** `thidua worker`: does exports for the services on the configured database, until it is told to stop. */
export async function work(): Promise<void> {
  const config = readConfig(process.env);
  const app = await openWorker(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  if (!config.databaseUrl) explain(message('cli.worker.sqlite'));
  app.get(ExportWorker).start();
  print(message('cli.worker.ready', { folder: config.dataDir }));
  // Signals end the process; until then nothing else keeps it from ending by itself.
  setInterval(() => undefined, 3_600_000);
}

async function openWorker(config: Config) {
  const logger = new FrameworkLog(new Log(config.logLevel));
  try {
    return await NestFactory.createApplicationContext(AppModule.with(config), {
      logger,
      abortOnError: false,
    });
  } catch (error) {
    throw new Refusal(reasonLines(error));
  }
}
