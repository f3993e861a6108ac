import type { EntityManager } from 'typeorm';
import type { CriteriaSet } from '../../domain/campaign';
import { differingEntries, missingEntries } from '../../domain/entered';
import { DomainError } from '../../domain/domain-error';
import type { Nomination } from '../../domain/nomination';
import type { Step } from '../../domain/nomination-state';
import type { Transaction } from '../../platform/database/unit-of-work';
import { criteriaInSentence } from '../campaigns/criterion-label';
import { AppraisalReasonRow } from './appraisal-reason.entity';
import type { OnDesk } from './nomination.desk';
import { nominationRows } from './nomination.queries';
import { nominationOf } from './nomination.rows';

/**
 * What must be there before a step is taken. Throws `nomination-incomplete` to submit; to appraise `appraisal-incomplete`,
 * or `appraisal-unexplained` where the office departs from the unit and does not say why.
 */
export async function requireReady(
  { manager }: Transaction,
  { row, open }: OnDesk,
  step: Step,
): Promise<void> {
  if (step !== 'submit' && step !== 'appraise') return;
  const { scores } = nominationOf(await nominationRows(manager, row.id));
  const set = open.campaign.criteriaSets.find(({ code }) => code === row.criteriaSet);
  if (!set) return;
  if (step === 'submit')
    return requireNone('nomination-incomplete', row.code, set, missingEntries(set, scores.self));
  requireNone('appraisal-incomplete', row.code, set, missingEntries(set, scores.appraisal));
  requireNone('appraisal-unexplained', row.code, set, await unexplained(manager, row.id, set, scores));
}

/** The criteria on which the appraisal differs from the unit's own entry without a reason. */
async function unexplained(
  reader: EntityManager,
  nominationId: string,
  set: CriteriaSet,
  scores: Nomination['scores'],
): Promise<string[]> {
  const reasons = await reader.findBy(AppraisalReasonRow, { nominationId });
  const given = new Set(reasons.map(({ criterion }) => criterion));
  return differingEntries(set, scores).filter((code) => !given.has(code));
}

function requireNone(refusal: string, code: string, set: CriteriaSet, criteria: readonly string[]): void {
  if (criteria.length > 0)
    throw new DomainError(refusal, { code, criteria: criteriaInSentence(set, criteria) });
}
