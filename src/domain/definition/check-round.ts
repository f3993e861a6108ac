import type { Campaign, QuotaLine } from '../campaign';
import { unfairSheets } from '../fair-sheets';
import type { Nomination, Round } from '../nomination';
import { refuseSameCodes } from './duplicates';
import { checkTies } from './check-ties';
import type { Findings } from './node';
import { samePool } from '../same-pool';
import { poolText, setOf } from './pools';

/** What a round must hold as a whole and together with its campaign (spec §2, §5, §8). */
export function checkRound(campaign: Campaign, round: Round, findings: Findings): void {
  checkDate(campaign, round, findings);
  refuseSameCodes(findings, ['nominations'], round.nominations);
  if (round.nominations.length === 0) findings.warn('no-nominations', []);
  checkVotes(campaign, round, findings);
  campaign.awards.forEach(({ name, quota }) => {
    quota.forEach((line) => checkQuota(campaign, round, { award: name, line }, findings));
  });
  checkTies(campaign, round, findings);
  // With an error there are values that are none: nothing to compare.
  if (!findings.hasErrors) checkScorers(round, findings);
}

function checkDate({ phases }: Campaign, { date, phase }: Round, findings: Findings): void {
  const period = phases.find(({ code }) => code === phase);
  if (period && date !== '' && (date < period.from || date > period.to))
    findings.warn('date-outside-phase', ['date'], { date, from: period.from, to: period.to, phase });
}

/** A file knows members by name alone: whether the one who scores is the nominee, the office knows. */
function checkScorers({ nominations }: Round, findings: Findings): void {
  nominations.forEach((nomination, index) => {
    for (const { params } of unfairSheets(nomination, []))
      findings.warn('member-named-alike', ['nominations', index, 'scores', 'council'], params);
  });
}

function checkVotes({ awards }: Campaign, { council }: Round, findings: Findings): void {
  const voted = awards.find(({ requires }) => requires.vote);
  if (voted && !council)
    findings.error('vote-without-council', ['council', 'members'], { award: voted.name });
}

interface Line {
  /** Its name. */
  award: string;
  line: QuotaLine;
}

function checkQuota(campaign: Campaign, round: Round, { award, line }: Line, findings: Findings): void {
  const set = setOf(campaign, line);
  if (!set) return;
  const params = { award, pool: poolText(line), set: set.title };
  const max = line.maxPercent === undefined ? line.max : shareOf(round, set.code, line);
  if (line.maxPercent !== undefined && max === undefined)
    findings.error('percent-without-participants', ['participants', set.code], params);
  const nominees = nomineesOf(round.nominations, line);
  if (line.min > (max ?? NaN))
    findings.warn('maximum-below-minimum', ['participants', set.code], {
      ...params,
      min: line.min,
      max: max ?? '',
    });
  if (line.min > nominees)
    findings.warn('minimum-above-nominees', ['nominations'], { ...params, min: line.min, nominees });
}

/** `maxPercent` of the set's participants, else of the subject's, rounded down; NaN when that number is unreadable. */
function shareOf(
  { participants }: Round,
  set: string,
  { subject, maxPercent = 0 }: QuotaLine,
): number | undefined {
  const count = participants[set] ?? participants[subject];
  if (count === undefined || Number.isNaN(count)) return count;
  return Number((BigInt(count) * BigInt(maxPercent)) / 10_000n);
}

function nomineesOf(nominations: Nomination[], line: QuotaLine): number {
  return nominations.filter((one) => one.state !== 'withdrawn' && samePool(one, line)).length;
}
