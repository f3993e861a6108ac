import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfig } from '../platform/config/config';
import { DatabaseUnreachable } from '../platform/database/database';
import { reasonLines } from '../platform/start-failure';
import { Refusal } from './failure';

/** Does a piece of work with the services of the application, on the configured database, and closes it. */
export async function withApplication(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const app = await openApplication();
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** A database that does not answer is named here: `failure.ts` is loaded by commands that need none. */
async function openApplication(): Promise<INestApplicationContext> {
  const options = { logger: false, abortOnError: false } as const;
  try {
    return await NestFactory.createApplicationContext(AppModule.with(readConfig(process.env)), options);
  } catch (error) {
    throw error instanceof DatabaseUnreachable ? new Refusal(reasonLines(error)) : error;
  }
}
