import type { Award, Campaign, CriteriaSet, Hundredths, QuotaLine } from '../campaign';
import { canonicalJson } from '../canonical';
import type { Finding, Path } from '../finding';
import type { Round, TieResolution } from '../nomination';
import type { Change, QuotaChange } from '../plan-change';
import { samePool } from '../same-pool';
import { checkTies } from './check-ties';
import { lintAwards } from './lint-awards';
import { Findings, Node } from './node';
import { type Plan, planOf } from './plan';
import { poolText } from './pools';
import { readQuotaLine } from './read-awards';
import { awardCode } from './read-nominations';
import { readTieResolution, setCode } from './read-ties';
import { decimal, decimalText } from './scalars';

interface ChangedPlan {
  campaign: Campaign;
  round: Round;
}

/**
 * The plan and the round as they would be, by the readers and the lint of the plan itself. `changed` is there exactly
 * when nothing is found; what the plan is only warned of is not. Paths lead into the change.
 */
export function readChange(
  campaign: Campaign,
  round: Round,
  change: Change,
): { changed?: ChangedPlan; findings: Finding[] } {
  const findings = new Findings();
  const [node, plan] = [new Node(change, findings), planOf(campaign)];
  const lines = readLines(node.child('quota', change.quota), change.quota ?? [], plan);
  const floors = readFloors(node.child('floor', change.floor), change.floor ?? {}, plan);
  const awards = campaign.awards.map((award) => awardWith(award, lines, floors));
  const tieResolutions = change.tieResolutions
    ? readResolutions(node.child('tieResolutions', change.tieResolutions), change.tieResolutions, plan)
    : round.tieResolutions;
  const changed = { campaign: { ...campaign, awards }, round: { ...round, tieResolutions } };
  if (change.tieResolutions) checkTies(campaign, changed.round, findings);
  const found = [...findings.list, ...lintErrors(campaign, changed.campaign, change)];
  return found.length > 0 ? { findings: found } : { changed, findings: [] };
}

/** A quota line as it would stand in the plan. */
interface Line {
  award: string;
  set: CriteriaSet;
  line: QuotaLine;
}

function readLines(node: Node, changes: readonly QuotaChange[], plan: Plan): Line[] {
  const lines: Line[] = [];
  changes.forEach((asked, index) => {
    const line = readLine(node.child(index, asked), asked, plan);
    if (!line) return;
    if (lines.some(({ award, set }) => award === line.award && set === line.set))
      node.child(index, asked).error('duplicate-quota-line', { pool: poolText(line.set) });
    else lines.push(line);
  });
  return lines;
}

/** Undefined for an award or a set that the plan does not know: nothing can be said of its places. */
function readLine(node: Node, asked: QuotaChange, plan: Plan): Line | undefined {
  const known = awardCode(node.child('award', asked.award), plan);
  const code = setCode(node.child('criteriaSet', asked.criteriaSet), plan);
  const set = plan.campaign.criteriaSets.find((each) => each.code === code);
  const award = plan.campaign.awards.find((each) => each.code === known);
  if (!set || !award) return undefined;
  const { subject, audience } = set;
  const old = award.quota.find((line) => samePool(line, set));
  const { min = old?.min, max } = asked;
  const text = stated({ ...old, subject, audience, min, max, maxPercent: undefined });
  return { award: known, set, line: readQuotaLine(new Node(text, node.findings, node.trail)) };
}

/** A key that is there counts as stated, even without a value. */
function stated(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function readFloors(
  node: Node,
  floors: Readonly<Record<string, Hundredths>>,
  plan: Plan,
): Map<string, Hundredths> {
  const read = Object.entries(floors).map(([award, points]): [string, Hundredths] => {
    const known = awardCode(new Node(award, node.findings, node.child(award, points).trail), plan);
    return [known, decimal(node.child(award, decimalText(points)))];
  });
  return new Map(read);
}

function readResolutions(node: Node, resolutions: readonly TieResolution[], plan: Plan): TieResolution[] {
  return resolutions.map((each, index) => readTieResolution(node.child(index, stated(each)), plan));
}

function awardWith(award: Award, lines: readonly Line[], floors: ReadonlyMap<string, Hundredths>): Award {
  const own = lines.filter((line) => line.award === award.code).map(({ line }) => line);
  const kept = award.quota.map((old) => own.find((line) => samePool(line, old)) ?? old);
  const quota = [...kept, ...own.filter((line) => !kept.includes(line))];
  const floor = floors.get(award.code) ?? award.requires.floor;
  return { ...award, requires: { ...award.requires, floor }, quota };
}

/** What the lint refuses of the changed awards and did not refuse before. */
function lintErrors(before: Campaign, after: Campaign, change: Change): Finding[] {
  const known = new Set(awardErrors(before).map(canonicalJson));
  const errors = awardErrors(after).filter((finding) => !known.has(canonicalJson(finding)));
  return errors.map((finding) => ({ ...finding, path: causeOf(finding.path, after, change) }));
}

function awardErrors(campaign: Campaign): Finding[] {
  const findings = new Findings();
  lintAwards(campaign, findings);
  return findings.list.filter(({ level }) => level === 'error');
}

/** `awards, 1, requires, floor`: the floor that was asked for, else the first line that brought a pool under it. */
function causeOf([, index]: Path, { awards }: Campaign, { floor = {}, quota = [] }: Change): Path {
  const { code = '' } = awards[Number(index)] ?? {};
  if (Object.hasOwn(floor, code)) return ['floor', code];
  return ['quota', quota.findIndex(({ award }) => award === code)];
}
