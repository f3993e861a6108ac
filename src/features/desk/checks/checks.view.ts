import type { Actor } from '../../../domain/access';
import { mayOn } from '../../../domain/access';
import type { Award } from '../../../domain/campaign';
import { type Check, eligibilityChecks } from '../../../domain/eligibility-checks';
import { explainOutcome } from '../../../domain/explanation';
import type { NominationResult } from '../../../domain/outcome';
import { message } from '../../../platform/messages/message';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { plainDay } from '../../../platform/text/vietnam-time';
import type { ConfirmationRow } from '../../appraisal/confirmation.entity';
import type { Evaluated } from '../../awards/evaluations';
import { factInWords, pointsInWords } from '../../awards/fact-words';
import { outcomeText } from '../../awards/outcome.view';
import type { Case } from '../detail/case.queries';
import { headView } from '../detail/detail.view';
import { matterRowView } from '../detail/parts.view';
import {
  type ChecksScreen,
  confirmationFields,
  matterFields,
  problemsView,
  settleFields,
} from './checks.form';

/** Requirement by requirement how a nomination stands, what is known against it, and what other agencies say. */
export function checksView(
  actor: Actor,
  file: Case,
  evaluated: Evaluated,
  confirmations: readonly ConfirmationRow[],
  screen?: ChecksScreen,
) {
  const { rows, open } = file;
  const page = `/de-nghi/${rows.nomination.id}`;
  const { heading, crumbs, lead, badge } = headView(actor, file);
  const writes = mayOn(actor, 'matter.write', rows.nomination) && !file.decidedOn;
  return {
    head: {
      heading: message('checks.title'),
      lead,
      crumbs: [...crumbs, { href: page, label: heading }],
      badge,
    },
    problems: problemsView(screen),
    day: message('checks.day', { day: plainDay(open.phase.date) }),
    awards: awardsView(file, evaluated),
    writes,
    matters: rows.matters.map((matter) => ({
      ...matterRowView(matter),
      settle: settleFields(matter, screen),
      post: `${page}/dieu-kien/vu-viec/${matter.id}`,
    })),
    matterForm: { post: `${page}/dieu-kien/vu-viec`, ...matterFields(screen) },
    confirmations: confirmations.map((row) => ({
      ...confirmationRowView(row),
      remove: `${page}/dieu-kien/xac-nhan/${row.id}/bo`,
    })),
    confirmationForm: { post: `${page}/dieu-kien/xac-nhan`, ...confirmationFields(screen) },
    back: page,
    sheets: sheetLinks(`${page}/dieu-kien`),
  };
}

function sheetLinks(at: string) {
  return {
    checks: sheetHref(at),
    matters: sheetHref(`${at}?bang=vu-viec`),
    confirmations: sheetHref(`${at}?bang=xac-nhan`),
  };
}

export type ChecksView = ReturnType<typeof checksView>;

/** Empty for a nomination that is not part of the round: a unit is still mending it. */
function awardsView({ rows }: Case, evaluated: Evaluated) {
  const { campaign, evaluation } = evaluated;
  const result = evaluation.nominations.get(rows.nomination.code);
  if (!result) return [];
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => awardView(award, result, evaluated));
}

function awardView(award: Award, result: NominationResult, { campaign, round, evaluation }: Evaluated) {
  const { nomination, score } = result;
  const set = campaign.criteriaSets.find(({ code }) => code === result.criteriaSet);
  const checks = set ? eligibilityChecks(award, set, nomination, score, round) : [];
  return {
    name: award.name,
    outcome: outcomeText(explainOutcome(campaign, round, evaluation, nomination.code, award.code)),
    checks: checks.map((check) => checkView(check, award, result)),
  };
}

function checkView({ kind, verdict, article }: Check, award: Award, result: NominationResult) {
  const code = verdict?.startsWith('gate:') ? 'gate' : verdict;
  return {
    text: message(sentenceOf(kind, result), paramsOf(kind, award, result)),
    badge: { label: message(badgeKey(code)), kind: BADGES[code ?? ''] ?? (code === null ? 'ok' : 'bad') },
    article: article ?? null,
  } as const;
}

function sentenceOf(kind: Check['kind'], { nomination, score }: NominationResult): string {
  if (kind === 'withdrawn' && nomination.revoked) return 'check.withdrawn.revoked';
  return kind === 'gates' && score.failedGates.length > 0 ? 'check.gates.failed' : `check.${kind}`;
}

/** What may still change by itself is no fault of the nominee's. */
const BADGES: Readonly<Record<string, 'wait' | 'hold' | 'off'>> = {
  'not-scored': 'wait',
  'no-quorum': 'wait',
  'not-voted': 'wait',
  hold: 'hold',
  withdrawn: 'off',
};

function badgeKey(code: string | null): string {
  if (code === null) return 'check.met';
  return BADGES[code] === 'wait' ? 'check.not-yet' : code === 'hold' ? 'check.waits' : 'check.unmet';
}

function paramsOf(
  kind: Check['kind'],
  award: Award,
  { total, score }: NominationResult,
): Record<string, string> {
  const { floor = 0, vote } = award.requires;
  if (kind === 'floor') return { floor: pointsInWords(floor), total: pointsInWords(total ?? 0) };
  if (kind === 'vote' && vote) return { pass: factInWords({ share: vote.pass }) };
  if (kind === 'gates') return { gates: score.failedGates.map(({ text }) => text).join('; ') };
  if (kind === 'band') return { band: award.requires.band ?? '' };
  return {};
}

function confirmationRowView({ id, agency, result, date, document, remark, by }: ConfirmationRow) {
  return {
    id,
    agency,
    result: { label: message(`confirmation.${result}`), kind: CONFIRMATION_BADGES[result] },
    date: date === null ? '–' : plainDay(date),
    document: document ?? '–',
    remark: remark ?? '',
    by,
  };
}

/** How the answers of agencies look. */
export const CONFIRMATION_BADGES = { asked: 'wait', clear: 'ok', concern: 'warn' } as const;
