import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import type { Clock } from '../clock/clock';
import type { AuditEvent, RecordEvent } from './audit-event';
import type { Database } from './database';
import { abandon } from './abandon';
import { retryWhilePassing } from './passing-failure';
import { WriteQueue } from './write-queue';

/** What the work of one unit gets: a manager inside the transaction, and the audit of the same transaction. */
export interface Transaction {
  manager: EntityManager;
  audit: { record(event: AuditEvent): Promise<void> };
}

/**
 * The one door for writing (law 1): a unit of work lands whole, with its audit events, or leaves nothing.
 *
 * Units of work take turns, in this process by a queue and between processes by the database. Every unit writes to the
 * one audit chain, so they could not commit side by side anyway; and taking turns from the first statement means that
 * what a unit has read is still true when it writes. On SQLite the turn is `BEGIN IMMEDIATE`. On PostgreSQL it is a
 * transaction-level advisory lock under READ COMMITTED: there each statement sees all that earlier turns committed,
 * whereas REPEATABLE READ and SERIALIZABLE would fix their snapshot before the lock is granted and then fail for
 * every unit that waited. A statement outside this program can still cause a deadlock: that is tried again.
 */
export class UnitOfWork {
  private readonly queue = new WriteQueue();
  private readonly scope = new AsyncLocalStorage<{ open: boolean }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly record: RecordEvent,
  ) {}

  /** For reading: sees only what is committed, and cannot write. */
  get reader(): EntityManager {
    return this.database.reader;
  }

  /**
   * Runs the work in one transaction and gives its result once it is committed. The work may be run again after a
   * passing failure of the database, so it changes nothing but the database; never a PDF or the network inside.
   * Rejects with the work's own error, with `nested-unit-of-work`, or with `database-busy`.
   */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.scope.getStore()?.open) throw new DomainError('nested-unit-of-work');
    return this.queue.enter(() => retryWhilePassing(() => this.once(actor, work)));
  }

  /** Resolves when every unit of work that was handed in has ended. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  private async once<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.database.turn();
    const scope = { open: true };
    try {
      await this.begin(runner);
      const result = await this.scope.run(scope, () => work(this.transaction(runner.manager, actor)));
      await this.commit(runner);
      return result;
    } catch (error) {
      await abandon(runner);
      throw error;
    } finally {
      scope.open = false;
      await runner.release();
    }
  }

  private async begin(runner: QueryRunner): Promise<void> {
    await runner.startTransaction();
    if (this.database.engine === 'postgres') await runner.query(`SELECT pg_advisory_xact_lock(${TURN})`);
  }

  /** PostgreSQL answers COMMIT of a transaction with a failed statement by a silent rollback: ask before. */
  private async commit(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
    await runner.commitTransaction();
  }

  private transaction(manager: EntityManager, actor: Actor): Transaction {
    const stamp = { actor, at: this.clock.now() };
    return { manager, audit: { record: (event) => this.record(manager, event, stamp) } };
  }
}

/** Any number, the same in every process that writes to this database. */
const TURN = 7_428_001;
