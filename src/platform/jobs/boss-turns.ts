import PgBoss from 'pg-boss';
import type { Log } from '../logging/log';
import { JobTurns } from './job-turns';

const QUEUE = 'thidua-export';

/** Our own lease finds out who has died; pg-boss only must not call a long job lost before its day is over. */
const NEVER_AGAIN = { retryLimit: 0, expireInHours: 23 };

/**
 * Turns among all processes on one PostgreSQL, by pg-boss in its own schema `pgboss` of the same database. It starts with
 * the first job: a service that exports nothing needs neither its schema nor its connections.
 */
export class BossTurns extends JobTurns {
  private started?: Promise<PgBoss>;
  private worker?: string;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {
    super();
  }

  /** `short`: of one job one turn waits at most, however often it is announced. */
  async announce(id: string): Promise<void> {
    const boss = await this.boss();
    await boss.send(QUEUE, { id }, { singletonKey: id });
    if (this.worker) boss.notifyWorker(this.worker);
  }

  async work(perform: (id: string) => Promise<void>): Promise<void> {
    const boss = await this.boss();
    this.worker = await boss.work<{ id: string }>(QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
      if (!job) return;
      await perform(job.data.id);
      // Asks for the next one at once: the second between two questions is for an empty queue.
      if (this.worker) boss.notifyWorker(this.worker);
    });
  }

  async stop(): Promise<void> {
    const boss = await this.started?.catch(() => undefined);
    this.started = undefined;
    await boss?.stop({ graceful: true, timeout: 60_000 });
  }

  /** Where the server did not answer, the next announcement tries again. */
  private boss(): Promise<PgBoss> {
    this.started ??= this.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.url,
      application_name: 'thidua-jobs',
      max: 3,
      schedule: false,
    });
    boss.on('error', (error) => this.log.error({ err: error }, 'the queue of jobs has trouble'));
    await boss.start();
    await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', ...NEVER_AGAIN });
    return boss;
  }
}
