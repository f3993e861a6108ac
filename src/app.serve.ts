import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { setUp } from './app.setup';
import { DemoAccounts, type DemoWorld } from './features/accounts/demo-accounts';
import { PersonService, type WithPassword } from './features/accounts/person.service';
import { ExportWorker } from './features/dossiers/exports/export.worker';
import { SignedFiles } from './features/dossiers/signing/signed-files';
import { FileKeeper } from './features/evidence/file-keeper';
import { MailWorker } from './features/notices/mail.worker';
import { type Config, readConfig } from './platform/config/config';
import { FrameworkLog } from './platform/logging/framework-log';
import { Log } from './platform/logging/log';
import { message } from './platform/messages/message';
import { reasonLines } from './platform/start-failure';

/**
 * Starts the service: settings, database with its migrations, then the port. Prints the address, and the
 * one-time password of the first administrator when one was made. What keeps it from starting is told in one line each, and the process ends with 1.
 */
export async function serve(env: Record<string, string | undefined>): Promise<void> {
  try {
    await open(readConfig(env));
  } catch (error) {
    for (const line of reasonLines(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

async function open(config: Config): Promise<void> {
  const logger = new FrameworkLog(new Log(config.logLevel));
  const options = { bodyParser: false, abortOnError: false, bufferLogs: true, autoFlushLogs: false, logger };
  const app = setUp(await NestFactory.create<NestExpressApplication>(AppModule.with(config), options));
  app.flushLogs();
  await app.listen(config.port, config.host);
  logger.started();
  const first = await app.get(PersonService).first();
  announce(await app.getUrl(), first, await app.get(DemoAccounts).open());
  await app.get(FileKeeper).tidy();
  await app.get(SignedFiles).tidy();
  app.get(MailWorker).start();
  if (config.exportsHere) app.get(ExportWorker).start();
}

function announce(address: string, first: WithPassword | undefined, demo: DemoWorld | undefined): void {
  const lines = [message('start.listening', { address })];
  if (first)
    lines.push(message('start.first-account', { username: first.person.username, password: first.password }));
  if (demo) lines.push(message('start.demo', { address, password: demo.password }));
  process.stdout.write(`${lines.join('\n')}\n`);
}
