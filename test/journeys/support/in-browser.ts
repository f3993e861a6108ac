import { Clerk } from '../../support/clerk';
import { TestDatabase } from '../../support/each-database';
import type { Who } from '../../support/start-app';
import { Web } from '../../support/web';

/** One run of a journey: an application of its own, and people at browsers of the same kind. */
export interface Visit {
  readonly javascript: boolean;
  /** From `beforeAll` on. */
  readonly web: Web;
  readonly db: TestDatabase;
  /** Somebody logged in; their browser is closed with the journey. */
  clerk(who: Who): Promise<Clerk>;
}

/** Pages are the same on both engines, and scripts know of none: on PostgreSQL once is enough. */
const RUNS = [
  { engine: 'sqlite', javascript: true },
  { engine: 'sqlite', javascript: false },
  { engine: 'postgres', javascript: true },
] as const;

/**
 * Runs the journey with scripts and without, and on each database; at its end no page has complained, or asked another host
 * for anything.
 */
export function describeInBrowser(name: string, journey: (visit: Visit) => void): void {
  describe.each(RUNS)(`${name} ($engine, scripts: $javascript)`, ({ engine, javascript }) => {
    const db = new TestDatabase(engine);
    let web: Web;
    beforeAll(async () => {
      await db.open();
      web = await Web.open(db);
    });
    afterAll(async () => {
      await web.close();
      await db.close();
    });
    journey({
      javascript,
      db,
      get web() {
        return web;
      },
      clerk: (who) => Clerk.of(web, who, { javascript }),
    });
    it('asks no other host for anything, and no page of it complains', () => {
      expect([web.foreign, web.complaints]).toEqual([[], []]);
    });
  });
}
