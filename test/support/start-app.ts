import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { AppModule } from '../../src/app.module';
import { setUp } from '../../src/app.setup';
import { Tokens } from '../../src/features/accounts/tokens.service';
import { Clock } from '../../src/platform/clock/clock';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { TestDatabase } from './each-database';

/** The real application on a test database. */
export interface TestApp {
  app: NestExpressApplication;
  /** Sends the bearer token with every request. */
  agent: TestAgent;
  /** Sends none. */
  stranger: TestAgent;
  token: string;
  unitOfWork: UnitOfWork;
}

/** Starts it once for a suite, in `beforeAll`; it stops with the database. The clock is the frozen one of `db`. */
export async function startApp(db: TestDatabase, options: { clock?: Clock } = {}): Promise<TestApp> {
  const module = await Test.createTestingModule({ imports: [AppModule.with(db.config)] })
    .overrideProvider(Clock)
    .useValue(options.clock ?? db.clock)
    .compile();
  const app = setUp(
    module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }),
  );
  await app.init();
  db.onClose(() => app.close());
  const token = (await app.get(Tokens).first()) ?? '';
  const server = app.getHttpServer();
  const agent = request.agent(server).set('Authorization', `Bearer ${token}`);
  return { app, agent, stranger: request.agent(server), token, unitOfWork: app.get(UnitOfWork) };
}
