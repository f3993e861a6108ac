import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, mayOn } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/new-id';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobTurns } from '../../../platform/jobs/job-turns';
import { Log } from '../../../platform/logging/log';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';
import { NominationRow } from '../../nominations/nomination.entity';
import { ExportJobRow } from './export-job.entity';
import { type ExportKind, endingOf, foldersOf } from './export-kind';
import { OPEN, anythingRecordedSince, exportById } from './export.queries';
import { subjectOf } from './export.store';

/** What somebody wants to have exported. */
export interface Wanted {
  campaign: string;
  phase: string;
  kind: ExportKind;
  /** `nomination`: its code. `documents`: folders of `foldersOf`. `round`: nothing. */
  choice: readonly string[];
  /** A Word file beside each document; means nothing where no ZIP is made. */
  word?: boolean;
}

@Injectable()
export class ExportService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(JobTurns) private readonly turns: JobTurns,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /**
   * Puts an export in the queue. Where the same one of the same data has not ended yet, that one is given. Throws as
   * `openPhase` does, `nomination-not-found`, `export-nothing-chosen`, `folder-not-found`, `export-queue-full`.
   */
  async start(actor: Actor, wanted: Wanted): Promise<ExportJobRow> {
    return (await this.put(actor, wanted)).job;
  }

  /** As `start`; says whether the export is a new one, or one that somebody had asked for before. */
  async put(actor: Actor, wanted: Wanted): Promise<{ job: ExportJobRow; isNew: boolean }> {
    const put = await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const open = await openPhase(manager, wanted.campaign, wanted.phase);
      const job = this.fresh(actor, open, wanted, await choiceOf(manager, actor, open, wanted));
      const same = await sameOf(manager, job);
      if (same) return { job: same, isNew: false };
      await this.requireRoom(manager);
      await manager.insert(ExportJobRow, job);
      const { kind, choice, word, inputVersion, phaseId } = job;
      const after = { phase: phaseId, kind, choice, word, inputVersion };
      await audit.record({ action: 'export.start', subject: subjectOf(job), after });
      return { job, isNew: true };
    });
    await this.announce(put.job);
    return put;
  }

  /** Calls an export off that has not ended; one that has stays as it is. Throws `export-not-found`. */
  cancel(actor: Actor, id: string): Promise<ExportJobRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await exportById(manager, id);
      if (row.endedAt !== null) return row;
      const end = { state: 'cancelled', worker: null, leaseUntil: null, endedAt: this.clock.now() } as const;
      await manager.update(ExportJobRow, { id }, end);
      await audit.record({ action: 'export.cancel', subject: subjectOf(row) });
      return { ...row, ...end };
    });
  }

  private fresh(
    actor: Actor,
    { phase }: OpenPhase,
    { kind, word = false }: Wanted,
    choice: string[],
  ): ExportJobRow {
    const now = this.clock.now();
    return {
      id: newId(),
      phaseId: phase.id,
      kind,
      choice,
      word: word && endingOf(kind) === 'zip',
      inputVersion: phase.inputVersion,
      state: 'waiting',
      done: 0,
      total: null,
      findings: [],
      attempts: 0,
      error: null,
      sha256: null,
      kilobytes: null,
      createdBy: actor.name,
      createdAt: now,
      nextAt: now,
      worker: null,
      leaseUntil: null,
      dataAt: null,
      endedAt: null,
      removedAt: null,
    };
  }

  private async requireRoom(manager: EntityManager): Promise<void> {
    const count = await manager.countBy(ExportJobRow, { state: OPEN });
    if (count >= this.config.maxExports) throw new DomainError('export-queue-full', { count });
  }

  /** The row is there already: a queue that does not answer now hears of it from a worker that looks through the table. */
  private async announce({ id }: ExportJobRow): Promise<void> {
    await this.turns.announce(id).catch((error: unknown) => {
      this.log.warn({ err: error, export: id }, 'the queue of jobs does not answer');
    });
  }
}

/** What was chosen, in one order; of a nomination that the actor may not see nothing is said. */
async function choiceOf(
  manager: EntityManager,
  actor: Actor,
  { phase, campaign }: OpenPhase,
  { kind, choice }: Wanted,
): Promise<string[]> {
  if (kind === 'round') return [];
  if (choice.length === 0) throw new DomainError('export-nothing-chosen');
  if (kind === 'documents') {
    const known = foldersOf(campaign).map(({ folder }) => folder);
    const unknown = choice.find((folder) => !known.includes(folder));
    if (unknown !== undefined) throw new DomainError('folder-not-found', { folder: unknown });
    return known.filter((folder) => choice.includes(folder));
  }
  const [code = ''] = choice;
  const row = await manager.findOneBy(NominationRow, { phaseId: phase.id, code: code.normalize('NFC') });
  if (!row || !mayOn(actor, 'dossier.read', row))
    throw new DomainError('nomination-not-found', { nomination: code });
  return [row.code];
}

/** The choice is compared as a value: the column holds text. */
async function sameOf(manager: EntityManager, job: ExportJobRow): Promise<ExportJobRow | undefined> {
  const { phaseId, kind, word, inputVersion, choice } = job;
  const rows = await manager.findBy(ExportJobRow, { phaseId, kind, word, inputVersion, state: OPEN });
  const same = rows.find((row) => JSON.stringify(row.choice) === JSON.stringify(choice));
  // Decisions, numbers and signers of papers are no inputs of a proposal, and stand in the dossiers all the same.
  const isOld = same?.dataAt ? await anythingRecordedSince(manager, same.dataAt) : false;
  return isOld ? undefined : same;
}
