import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import type { Campaign } from '../../../domain/campaign';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { requireVersion } from '../../../platform/http/etag';
import { oneLine } from '../../../platform/text/printable';
import { numberDecisions } from '../../awards/decision.paper';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';
import { type IssueColumns, type IssueSetting, acceptedIssue } from './issue.setting';
import { PaperIssueRow } from './paper-issue.entity';
import { type PaperName, requirePaper } from './paper-subject';

/** A paper of a phase, and the version of its issue that somebody has seen; 0: nothing was filled in. */
interface IssuePlace {
  campaign: string;
  phase: string;
  kind: string;
  subject: string;
  seen: number;
}

/** Fills in number, day and signer of papers: what a register and a pen decide, and no data of the round. */
@Injectable()
export class IssueService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Fills in or mends what is known of a paper; nothing at all makes it blank again. The number and day of a decision go to
   * the decisions on its award that had none, or the former ones. Throws `paper-not-found`, `stale-edit`, InputRefused.
   */
  record(actor: Actor, place: IssuePlace, setting: IssueSetting): Promise<PaperIssueRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const open = await openPhase(manager, place.campaign, place.phase);
      const name = await requirePaper(manager, actor, open, place);
      const phaseId = open.phase.id;
      const row = await manager.findOneBy(PaperIssueRow, { phaseId, ...name });
      requireVersion(row ?? { version: 0 }, place.seen);
      const columns = acceptedIssue(setting, { isOutside: isOutside(open.campaign, name) });
      const next = { ...columns, version: place.seen + 1, by: actor.name, at: this.clock.now() };
      const id = row?.id ?? newId();
      if (row) await manager.update(PaperIssueRow, { id }, next);
      else await manager.insert(PaperIssueRow, { id, phaseId, ...name, ...next });
      if (name.kind === 'award-decision')
        await numberDecisions(
          manager,
          { phaseId, award: name.subject },
          decisionPaper(open, name, row),
          decisionPaper(open, name, columns),
        );
      await audit.record({
        action: 'paper.issue',
        subject: { type: 'phase', id: phaseId },
        ...(row && { before: told({ ...row, ...name }) }),
        after: told({ ...columns, ...name }),
      });
      return { id, phaseId, ...name, ...next };
    });
  }
}

/** Whether another body issues the paper: its register and symbol are not the organizer's. */
export function isOutside({ awards }: Campaign, { kind, subject }: PaperName): boolean {
  return kind === 'award-decision' && awards.find(({ code }) => code === subject)?.authority === 'propose';
}

/** Number and day as the decisions have them: the number with its symbol. */
function decisionPaper({ campaign }: OpenPhase, name: PaperName, issue: IssueColumns | null) {
  const { number = null, day: date = null } = issue ?? {};
  if (number === null || isOutside(campaign, name)) return { number, date };
  return { number: `${number}/QĐ-${oneLine(campaign.organizer.symbol ?? '')}`, date };
}

function told({ kind, subject, number, day, authority, signer }: PaperName & IssueColumns) {
  return { kind, subject, number, day, authority, signer };
}
