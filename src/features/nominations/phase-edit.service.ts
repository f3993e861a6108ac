import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { readRound } from '../../domain/definition/read-round';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { type TakenPhase, takePhase } from '../campaigns/phase.desk';
import { headWarnings } from '../campaigns/phase.document';
import { PhaseRow } from '../campaigns/phase.entity';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { SetPhase } from '../campaigns/phase.service';
import { roundDocument } from './round.document';
import { roundOf } from './round.queries';

/** The settings of a phase as they were sent: what stands in them is read as the head of a document is. */
interface Settings {
  date: string;
  council?: object;
}

/** Here and not with the campaigns: whether the settings will do depends on the nominations. */
@Injectable()
export class PhaseEditService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Sets the day of the decision and the council's attendance anew; a vote counted already must still fit. The number of
   * participants stays: quotas follow from it, and they change by an amendment. Throws `stale-edit`, `phase-not-open` or
   * InputRefused.
   */
  edit(
    actor: Actor,
    campaignCode: string,
    phaseCode: string,
    change: Settings & { seen: number },
  ): Promise<SetPhase> {
    return this.unitOfWork.run(actor, async (tx) =>
      this.editIn(tx, await takePhase(tx.manager, campaignCode, phaseCode), change),
    );
  }

  /** As `edit`, inside the unit of work of a session of the council. */
  async editIn(
    { manager, audit }: Transaction,
    open: TakenPhase,
    change: Settings & { seen: number },
  ): Promise<SetPhase> {
    const { phase } = open;
    requireVersion(phase, change.seen);
    const { round, warnings } = acceptedRound(open, await roundOf(manager, open), change);
    const { date, council = null } = round;
    const version = phase.version + 1;
    await manager.update(PhaseRow, { id: phase.id }, { date, council, version });
    await audit.record({
      action: 'phase.edit',
      subject: { type: 'phase', id: phase.id },
      before: { date: phase.date, council: phase.council },
      after: { date, council },
    });
    return { phase: { ...phase, date, council, version }, warnings };
  }
}

/** The whole round under its new head, by the very reader of the files. */
function acceptedRound(
  { campaign }: OpenPhase,
  round: Round,
  { date, council }: Settings,
): { round: Round; warnings: Finding[] } {
  const document = { ...roundDocument(campaign, round), date, council };
  const read = readRound(document, campaign);
  if (read.round) return { round: read.round, warnings: headWarnings(read.findings) };
  const errors = read.findings.filter(({ level }) => level === 'error');
  throw new InputRefused(errors.map((finding) => named(finding, round)));
}

/** Whoever edits the head has sent no list of nominations: a place in it is told by the code. */
function named(finding: Finding, { nominations }: Round): Finding {
  const [list, index, ...below] = finding.path;
  if (list !== 'nominations' || typeof index !== 'number') return finding;
  return { ...finding, path: [list, nominations[index]?.code ?? index, ...below] };
}
