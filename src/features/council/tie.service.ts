import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { readRound } from '../../domain/definition/read-round';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { TieResolution } from '../../domain/nomination';
import { isInRound } from '../../domain/nomination-state';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { documentHead } from '../campaigns/phase.document';
import { type TakenPhase, takePhase } from '../campaigns/phase.desk';
import type { OpenPhase } from '../campaigns/phase.queries';
import { bareNomination } from '../nominations/nomination.document';
import { NominationRow } from '../nominations/nomination.entity';
import { resolutionDocument } from '../nominations/round.document';
import { resolutionOf, resolutionsAmong } from '../nominations/round.queries';
import { TieResolutionRow } from '../nominations/tie-resolution.entity';
import { recordResolution } from '../nominations/tie-resolution.store';

/** A resolution as it was recorded, and what a person should know of it all the same. */
export interface Resolved {
  row: TieResolutionRow;
  warnings: readonly Finding[];
}

/** People decide where the declared keys leave a tie (law 5). */
@Injectable()
export class TieService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Records a resolution; the next proposal counts with it. Throws InputRefused or `phase-not-open`. */
  resolve(actor: Actor, campaignCode: string, phaseCode: string, plain: object): Promise<Resolved> {
    return this.unitOfWork.run(actor, async (tx) =>
      this.resolveIn(tx, await takePhase(tx.manager, campaignCode, phaseCode), plain),
    );
  }

  /** What `resolve` would say of a resolution, with all its refusals; writes nothing. */
  async check(open: OpenPhase, plain: object): Promise<readonly Finding[]> {
    return (await accepted(this.unitOfWork.reader, open, plain)).warnings;
  }

  /** As `resolve`, inside the unit of work that closes a run-off. */
  async resolveIn(tx: Transaction, open: TakenPhase, plain: object): Promise<Resolved> {
    const { resolution, warnings } = await accepted(tx.manager, open, plain);
    return { row: await recordResolution(tx, open, resolution), warnings };
  }

  /** Takes a resolution back. Throws `tie-resolution-not-found`. */
  withdraw(actor: Actor, campaignCode: string, phaseCode: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { phase } = await takePhase(manager, campaignCode, phaseCode);
      const row = await manager.findOneBy(TieResolutionRow, { id, phaseId: phase.id });
      if (!row) throw new DomainError('tie-resolution-not-found', { resolution: id });
      await manager.delete(TieResolutionRow, { id });
      const subject = { type: 'phase', id: phase.id };
      await audit.record({ action: 'tie.withdraw', subject, before: resolutionOf(row) });
    });
  }
}

/** By the reader of the files, together with the resolutions and the nominations that the phase has. */
async function accepted(
  manager: EntityManager,
  { phase, campaign }: OpenPhase,
  plain: object,
): Promise<{ resolution: TieResolution; warnings: Finding[] }> {
  const rows = await manager.find(NominationRow, {
    where: { phaseId: phase.id },
    select: {
      id: true,
      code: true,
      subject: true,
      audience: true,
      name: true,
      unitId: true,
      state: true,
      criteriaSet: true,
    },
  });
  const nominations = rows.filter(({ state }) => isInRound(state));
  const known = await resolutionsAmong(manager, phase.id, nominations);
  const document = {
    ...documentHead(campaign, phase),
    nominations: nominations.map(bareNomination),
    tieResolutions: [...known.map(resolutionDocument), stated(plain)],
  };
  const { round, findings } = readRound(document, campaign);
  const resolution = round?.tieResolutions.at(-1);
  if (!resolution) throw new InputRefused(findings.filter(({ level }) => level === 'error').map(ownPath));
  const own = known.length;
  const warnings = findings.filter(({ path }) => path[0] === 'tieResolutions' && path[1] === own);
  return { resolution, warnings: warnings.map(ownPath) };
}

/** Whether there is an order counts, and a field of a DTO is there even where nothing was sent for it. */
function stated(plain: object): object {
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}

const IN_DOCUMENT = 2;

function ownPath<T extends { path: readonly (string | number)[] }>(finding: T): T {
  const { path } = finding;
  return path[0] === 'tieResolutions' ? { ...finding, path: path.slice(IN_DOCUMENT) } : finding;
}
