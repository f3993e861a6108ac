import type { Award, Campaign, CriteriaSet } from '../../../src/domain/campaign';
import type {
  Ballot,
  CouncilAttendance,
  Matter,
  Nomination,
  Round,
  TieResolution,
} from '../../../src/domain/nomination';
import { PHASE } from './campaign';
import type { Draw } from './draw';
import { drawOdds, drawScores, type Odds } from './entries';

const DATE = '2025-12-20';

/** A round that the campaign accepts: pools of 0 to 14 nominations, many of them alike. */
export function drawRound(draw: Draw, campaign: Campaign): Round {
  const council = drawCouncil(draw);
  const nominations = campaign.criteriaSets.flatMap((set, index) =>
    drawPool(draw, campaign, set, index, council),
  );
  return {
    campaign: campaign.code,
    phase: PHASE,
    date: DATE,
    participants: drawParticipants(draw, campaign),
    council,
    nominations,
    tieResolutions: campaign.criteriaSets.flatMap((set) =>
      drawResolutions(draw, campaign.awards, set, nominations),
    ),
  };
}

function drawCouncil(draw: Draw): CouncilAttendance {
  const members = draw.pick([9, 5, 7]);
  const present = draw.chance(75) ? members : draw.between(2, members);
  return { members, present, written: draw.between(0, members - present) };
}

function drawParticipants(draw: Draw, campaign: Campaign): Record<string, number> {
  const participants: Record<string, number> = { collective: 24, individual: 19, household: 10 };
  for (const { code } of campaign.criteriaSets) if (draw.chance(40)) participants[code] = draw.between(0, 30);
  return participants;
}

type Person = Omit<Nomination, 'code' | 'name' | 'unit' | 'state' | 'matters' | 'awards'>;

function drawPool(
  draw: Draw,
  campaign: Campaign,
  set: CriteriaSet,
  index: number,
  council: CouncilAttendance,
): Nomination[] {
  const odds = drawOdds(draw);
  const likes = Array.from({ length: draw.pick([2, 1, 3, 4]) }, () =>
    drawPerson(draw, campaign, set, council, odds),
  );
  const count = draw.chance(50) ? draw.between(0, 5) : draw.between(3, 14);
  const units = draw.pick([['U1'], ['U1', 'U2'], ['U1', 'U2', 'U3', 'U4']]);
  return Array.from({ length: count }, (_, at) => {
    const code = `N${index}-${String(at).padStart(2, '0')}`;
    const like = draw.chance(80) ? draw.pick(likes) : drawPerson(draw, campaign, set, council, odds);
    return { ...like, ...drawCircumstances(draw), code, name: code, unit: draw.pick(units) };
  });
}

/** What decides points and tie-breaks. */
function drawPerson(
  draw: Draw,
  campaign: Campaign,
  set: CriteriaSet,
  council: CouncilAttendance,
  odds: Odds,
): Person {
  const proven = set.criteria.filter(() => !draw.chance(10)).map(({ code }) => code);
  return {
    subject: set.subject,
    ...(set.audience === undefined ? {} : { audience: set.audience }),
    ...drawSubject(draw, set),
    scores: drawScores(draw, set, odds),
    evidence: proven.map((criterion) => ({ criterion, title: criterion })),
    ballots: drawBallots(draw, campaign.awards, council),
    report: {},
  };
}

function drawSubject(draw: Draw, set: CriteriaSet): Partial<Person> {
  if (set.subject === 'individual') {
    const positionClass = draw.pick(['direct', 'leader', undefined] as const);
    return { gender: draw.pick(['male', 'female']), ...(positionClass ? { positionClass } : {}) };
  }
  const known = { members: draw.pick([10, 20]), women: draw.pick([6, 7, 10]) };
  return draw.chance(80) ? known : {};
}

function drawBallots(draw: Draw, awards: Award[], { members }: CouncilAttendance): Record<string, Ballot> {
  const ballots: Record<string, Ballot> = {};
  for (const { code } of awards) {
    if (draw.chance(10)) continue;
    const yes = draw.chance(70) ? members : draw.between(0, members);
    const no = draw.between(0, members - yes);
    ballots[code] = { yes, no, abstain: draw.between(0, members - yes - no) };
  }
  return ballots;
}

/** What may stand against a nomination, each of it rare. */
function drawCircumstances(draw: Draw): Pick<Nomination, 'state' | 'matters' | 'awards'> {
  return {
    state: draw.chance(6) ? 'withdrawn' : 'submitted',
    matters: draw.chance(12) ? [drawMatter(draw)] : [],
    awards: draw.chance(8)
      ? [{ award: 'A1', campaign: draw.pick(['phong-trao', 'khac']), phase: draw.pick([PHASE, 'GD0']) }]
      : [],
  };
}

function drawMatter(draw: Draw): Matter {
  const from = draw.pick([undefined, '2025-01-01', DATE, '2025-12-21']);
  const to = draw.pick([undefined, '2026-01-01', DATE, '2025-12-19']);
  return {
    kind: draw.pick(['discipline', 'investigation', 'complaint', 'press']),
    status: draw.pick(['pending', 'upheld', 'cleared']),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

function drawResolutions(
  draw: Draw,
  awards: Award[],
  set: CriteriaSet,
  nominations: Nomination[],
): TieResolution[] {
  const codes = nominations
    .filter(({ subject, audience }) => subject === set.subject && audience === set.audience)
    .map(({ code }) => code);
  return Array.from({ length: draw.pick([0, 0, 1, 2]) }, () => drawResolution(draw, awards, set, codes));
}

/** An order of all, of some, or of one code; or nothing for anybody. */
function drawResolution(draw: Draw, awards: Award[], set: CriteriaSet, codes: string[]): TieResolution {
  const resolution = {
    criteriaSet: set.code,
    award: draw.pick(awards).code,
    reason: 'Hội đồng bỏ phiếu lại',
    by: 'Hội đồng',
    date: draw.pick(['2025-12-22', '2025-12-23']),
  };
  const order = draw.some(codes);
  if (draw.chance(40) || order.length === 0) return { ...resolution, leaveVacant: true };
  return { ...resolution, order: draw.chance(15) ? order.slice(0, 1) : order, leaveVacant: false };
}
