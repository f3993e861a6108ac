import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobTurns } from '../../../platform/jobs/job-turns';
import { Log } from '../../../platform/logging/log';
import { ExportJobRow } from './export-job.entity';
import { ExportHold } from './export.hold';
import { ExportKeeper } from './export.keeper';
import { ExportMaker } from './export.maker';
import { runningExports, waitingExports } from './export.queries';
import { claim, fail, finish, giveBack, isLost, reasonOf, takeBackLost } from './export.store';

/** How often the table is looked through for jobs whose turn nobody has been told, and for those of dead workers. */
const ROUND_MS = 2_000;

/**
 * Does exports, one at a time, in as many processes as there are. What a worker has in hand it holds by a lease: when it
 * dies the job waits again, and when it was only slow its late result counts for nothing. So each job ends exactly once.
 */
@Injectable()
export class ExportWorker implements BeforeApplicationShutdown {
  private readonly holds = new Set<ExportHold>();
  private readonly running = new Set<Promise<void>>();
  private timer?: NodeJS.Timeout;
  private current: Promise<void> = Promise.resolve();
  private working?: Promise<void>;
  private stopped = false;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(JobTurns) private readonly turns: JobTurns,
    @Inject(ExportMaker) private readonly maker: ExportMaker,
    @Inject(ExportKeeper) private readonly keeper: ExportKeeper,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** From now on, until the process is told to stop. */
  start(): void {
    const next = (): void => {
      this.current = this.round()
        .catch((error: unknown) => this.log.error({ err: error }, 'exports wait'))
        .finally(() => {
          if (!this.stopped) this.timer = setTimeout(next, ROUND_MS).unref();
        });
    };
    next();
  }

  /** Does this job, unless somebody else does; settles when it is out of hand. Never rejects. */
  run(id: string): Promise<void> {
    const work = this.attempt(id).catch((error: unknown) =>
      this.log.error({ err: error, export: id }, 'an export was lost out of hand'),
    );
    this.running.add(work);
    return work.finally(() => this.running.delete(work));
  }

  /** Takes back what dead workers had in hand, and tells the turns of all that waits. */
  private async round(): Promise<void> {
    await this.takeTurns();
    const { reader } = this.unitOfWork;
    const now = this.clock.now();
    if ((await runningExports(reader)).some((row) => isLost(row, now)))
      await this.unitOfWork.run(SYSTEM, (tx) => takeBackLost(tx, now));
    for (const { id } of await waitingExports(reader, now)) await this.turns.announce(id);
    await this.keeper.tidyNowAndThen();
  }

  /** What is in hand goes back to the table, for whoever works on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const hold of this.holds) hold.stop('stopping');
    await this.current;
    await this.turns.stop();
    await Promise.all(this.running);
  }

  /** A queue that does not answer yet is asked again in the next round. */
  private takeTurns(): Promise<void> {
    this.working ??= this.turns
      .work((id) => this.run(id))
      .catch((error: unknown) => {
        this.working = undefined;
        throw error;
      });
    return this.working;
  }

  private async attempt(id: string): Promise<void> {
    if (this.stopped) return;
    const job = await this.unitOfWork.run(SYSTEM, (tx) => claim(tx, id, this.clock.now()));
    if (!job) return;
    const hold = new ExportHold(job, this.unitOfWork, this.clock);
    this.holds.add(hold);
    if (this.stopped) hold.stop('stopping');
    try {
      await this.make(hold);
    } finally {
      await hold.end();
      this.holds.delete(hold);
    }
  }

  private async make(hold: ExportHold): Promise<void> {
    try {
      const made = await this.maker.make(hold);
      const counts = await this.unitOfWork.run(SYSTEM, (tx) => finish(tx, hold.job, made, this.clock.now()));
      if (!counts) await this.maker.discard(hold);
    } catch (error) {
      await this.letGo(hold, error);
    }
  }

  private async letGo(hold: ExportHold, error: unknown): Promise<void> {
    await this.discardUnfinished(hold).catch((err: unknown) =>
      this.log.warn({ err, export: hold.job.id }, 'the file of an export is left to be tidied up'),
    );
    if (hold.stopped === 'not-ours') return;
    const now = this.clock.now();
    if (hold.stopped === 'stopping') return this.unitOfWork.run(SYSTEM, (tx) => giveBack(tx, hold.job, now));
    this.log.warn({ err: error, export: hold.job.id }, 'an export failed');
    await this.unitOfWork.run(SYSTEM, (tx) => fail(tx, hold.job, reasonOf(error), now));
  }

  /** A connection lost behind COMMIT looks like a failure: asked in a turn, when nothing of ours is under way any more. */
  private async discardUnfinished(hold: ExportHold): Promise<void> {
    const { id, attempts } = hold.job;
    await this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const isDone = await manager.existsBy(ExportJobRow, { id, attempts, state: 'done' });
      if (!isDone) await this.maker.discard(hold);
    });
  }
}
