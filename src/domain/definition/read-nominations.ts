import type { Campaign } from '../campaign';
import type { Ballot, CouncilAttendance, EarlierAward, Evidence, Matter, Nomination } from '../nomination';
import { Fields, pairs } from './fields';
import { type Node, shown } from './node';
import type { Plan, Pool } from './plan';
import { poolText } from './pools';
import { subject } from './read-criteria';
import { refuseBackwards } from './read-organizer';
import { readReport } from './read-report';
import { readScores } from './read-scores';
import { UNREADABLE, code, day, flag, name, natural, oneOf, ordinal, text } from './scalars';

/** What a nomination is read against. */
interface Context {
  plan: Plan;
  campaign: string;
  phase: string;
  council?: CouncilAttendance;
}

const KEYS = (
  'code subject audience name unit proposed members women orgClass gender position positionClass state revoked scores ' +
  'evidence matters awards ballots report'
).split(' ');

const gender = oneOf('male', 'female');
const positionClass = oneOf('leader', 'direct');
const state = oneOf('submitted', 'withdrawn');
const matterKind = oneOf('discipline', 'investigation', 'complaint', 'press');
const matterStatus = oneOf('pending', 'cleared', 'upheld');

export function readNomination(node: Node, context: Context): Nomination {
  const fields = new Fields(node, KEYS);
  const kind = { subject: subject(fields.required('subject')), audience: fields.blankable('audience', code) };
  const pool = poolOf(node, kind, context.plan);
  const nomination: Nomination = {
    code: code(fields.required('code')),
    ...kind,
    name: text(fields.required('name')),
    unit: name(fields.required('unit')),
    proposed: fields.blankable('proposed', (award) => awardCode(award, context.plan)),
    ...readDetails(fields),
    state: fields.optional('state', state) ?? 'submitted',
    revoked: fields.optional('revoked', flag),
    scores: fields.blankable('scores', (scores) => readScores(scores, pool)) ?? {},
    evidence: fields.list('evidence', (row) => readEvidence(row, pool)),
    matters: fields.list('matters', readMatter),
    awards: fields.list('awards', (row) => readEarlierAward(row, context)),
    ballots: fields.blankable('ballots', (ballots) => readBallots(ballots, context)) ?? {},
    report: fields.blankable('report', readReport) ?? {},
  };
  checkDetails(node, nomination);
  return nomination;
}

function poolOf(node: Node, kind: Pick<Nomination, 'subject' | 'audience'>, plan: Plan): Pool | undefined {
  const pool = plan.pool(kind.subject, kind.audience);
  if (!pool && kind.subject.length > 0 && kind.audience !== UNREADABLE)
    node.error('no-criteria-set', { pool: poolText(kind) });
  return pool;
}

type Details = 'members' | 'women' | 'orgClass' | 'gender' | 'position' | 'positionClass';

function readDetails(fields: Fields): Pick<Nomination, Details> {
  return {
    members: fields.optional('members', ordinal),
    women: fields.optional('women', natural),
    orgClass: fields.blankable('orgClass', text),
    gender: fields.optional('gender', gender),
    position: fields.blankable('position', text),
    positionClass: fields.optional('positionClass', positionClass),
  };
}

const OF_A_COLLECTIVE: Details[] = ['members', 'women', 'orgClass'];
const OF_A_PERSON: Details[] = ['gender', 'position', 'positionClass'];

function checkDetails(node: Node, nomination: Nomination): void {
  const { members = NaN, women = NaN } = nomination;
  if (women > members) node.child('women', women).error('women-above-members', { women, members });
  if (nomination.women !== undefined && nomination.members === undefined)
    node.child('women', women).warn('women-without-members');
  const { subject: kind } = nomination;
  const foreign = { collective: OF_A_PERSON, individual: OF_A_COLLECTIVE, household: [] }[kind] ?? [];
  for (const key of foreign)
    if (nomination[key] !== undefined)
      node.child(key, nomination[key]).warn('detail-of-another-kind', { key, kind });
}

/** The code of an award of this campaign. */
export function awardCode(node: Node, plan: Plan): string {
  const found = code(node);
  if (found !== UNREADABLE && !plan.awards.has(found))
    node.error('unknown-award', { found, known: plan.awardList });
  return found;
}

function readEvidence(node: Node, pool: Pool | undefined): Evidence {
  const fields = new Fields(node, ['criterion', 'title', 'document', 'file']);
  const criterion = fields.required('criterion');
  const found = code(criterion);
  if (pool && found !== UNREADABLE && !pool.criteria.has(found))
    criterion.error('unknown-criterion', { code: found, known: pool.criterionList });
  return {
    criterion: found,
    title: text(fields.required('title')),
    document: fields.blankable('document', text),
    file: fields.blankable('file', text),
  };
}

function readMatter(node: Node): Matter {
  const fields = new Fields(node, ['kind', 'status', 'from', 'to', 'document']);
  const matter: Matter = {
    kind: matterKind(fields.required('kind')),
    status: matterStatus(fields.required('status')),
    from: fields.blankable('from', day),
    to: fields.blankable('to', day),
    document: fields.blankable('document', text),
  };
  refuseBackwards(node, matter);
  return matter;
}

/** An award of another campaign or phase may bear a code that is unknown here. */
function readEarlierAward(node: Node, { plan, campaign, phase }: Context): EarlierAward {
  const fields = new Fields(node, ['award', 'campaign', 'phase', 'decision']);
  const where = fields.blankable('campaign', code) ?? campaign;
  const award = fields.required('award');
  return {
    award: where === plan.campaign.code ? awardCode(award, plan) : code(award),
    campaign: where,
    phase: fields.blankable('phase', (own) => earlierPhase(own, where, plan.campaign)) ?? phase,
    decision: fields.blankable('decision', text),
  };
}

function earlierPhase(node: Node, where: string, campaign: Campaign): string {
  const found = code(node);
  const { phases } = campaign;
  if (found !== UNREADABLE && where === campaign.code && !phases.some((phase) => phase.code === found))
    node.error('unknown-phase', { found, known: phases.map((phase) => phase.code).join(', ') });
  return found;
}

function readBallots(node: Node, { plan, council }: Context): Record<string, Ballot> {
  const ballots = pairs(node).map(([award, votes]): [string, Ballot] => {
    if (!plan.awards.has(award))
      votes.error('ballot-of-unknown-award', { found: shown(award), known: plan.awardList });
    return [award, readBallot(votes, council?.members ?? NaN)];
  });
  return Object.fromEntries(ballots);
}

function readBallot(node: Node, members: number): Ballot {
  const fields = new Fields(node, ['yes', 'no', 'abstain']);
  const ballot = {
    yes: natural(fields.required('yes')),
    no: natural(fields.required('no')),
    abstain: fields.optional('abstain', natural) ?? 0,
  };
  const votes = ballot.yes + ballot.no + ballot.abstain;
  if (votes > members) node.error('votes-above-members', { votes, members });
  return ballot;
}
