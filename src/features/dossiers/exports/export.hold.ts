import type { Clock } from '../../../platform/clock/clock';
import type { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SYSTEM } from '../../../domain/access';
import { ExportJobRow } from './export-job.entity';
import { type Held, RENEW_MS, note } from './export.store';

const TICK_MS = 500;

/** Why the work is to stop: the service ends, or the job is no longer ours (called off, or given to another). */
type Stop = 'stopping' | 'not-ours';

/**
 * A job in hand: says twice a second how far it is and, more seldom, that its worker is alive; notices as often whether
 * the job is still its own. `signal` is aborted when it is not, or when the service ends.
 */
export class ExportHold {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private told = { done: 0, total: null as number | null, at: performance.now() };
  private now = { done: 0, total: null as number | null };
  private ticking?: Promise<void>;

  constructor(
    readonly job: Held,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.timer = setInterval(() => {
      this.ticking ??= this.tick().finally(() => (this.ticking = undefined));
    }, TICK_MS);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why it was stopped; undefined when it was not. */
  get stopped(): Stop | undefined {
    return this.signal.aborted ? (this.signal.reason as Stop) : undefined;
  }

  get total(): number {
    return this.now.total ?? 0;
  }

  at(done: number, total: number): void {
    this.now = { done, total };
  }

  stop(why: Stop): void {
    if (!this.signal.aborted) this.controller.abort(why);
  }

  /** Somebody else has the job in hand: everything that was to be done for it ends here. */
  lost(): never {
    this.stop('not-ours');
    throw new Error('the export is in other hands');
  }

  /** The work has ended, one way or the other. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  private async tick(): Promise<void> {
    if (this.signal.aborted) return;
    try {
      if (!(await this.tell())) this.stop('not-ours');
    } catch {
      // A database that is busy for a while is asked again; one that stays silent ends the lease.
    }
  }

  private async tell(): Promise<boolean> {
    const { done, total } = this.now;
    const isNews = done !== this.told.done || total !== this.told.total;
    if (!isNews && performance.now() - this.told.at < RENEW_MS) return this.isOurs();
    const news = { done, total };
    const ours = await this.unitOfWork.run(SYSTEM, ({ manager }) =>
      note(manager, this.job, this.clock.now(), news),
    );
    this.told = { ...news, at: performance.now() };
    return ours;
  }

  private isOurs(): Promise<boolean> {
    const { id, worker } = this.job;
    return this.unitOfWork.reader.existsBy(ExportJobRow, { id, worker, state: 'running' });
  }
}
