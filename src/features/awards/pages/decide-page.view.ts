import { type Actor, may } from '../../../domain/access';
import { Page, type PageQuery } from '../../../platform/http/page';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import { pagerOf } from '../../../platform/views/pager';
import type { NominationResult } from '../../../domain/evaluation';
import { awardName, setTitle } from '../../../domain/plan-names';
import type { QuotaStanding } from '../../campaigns/quota.queries';
import type { DecisionLine } from '../decision.queries';
import type { Evaluated } from '../evaluations';
import { pointsInWords } from '../fact-words';
import { inPlanOrder } from '../line-order';
import type { ProposalRow } from '../proposal.entity';
import { type Held, standingByCode } from '../succession';
import { type LeaderPhase, groupAddress, leaderFrame } from './leader-phase';
import { codeAndUnit } from './person-words';
import { nomineeAddress } from './ranking-rows';
import { decisionBadge } from './decision-badge';

/** All that the page of deciding is made of. */
interface DecideData {
  actor: Actor;
  phase: LeaderPhase;
  /** Of the fresh proposal; null where there is none to decide on. */
  evaluated: Evaluated | null;
  proposal: ProposalRow | null;
  quotas: readonly QuotaStanding[];
  decided: readonly Held[];
  waiting: readonly DecisionLine[];
}

interface Asked extends PageQuery {
  award?: string;
  pool?: string;
}

/** What waits for a second person, the places of each award and pool, and who is proposed for one of them. */
export function decidePage(data: DecideData, asked: Asked) {
  const { phase, proposal, evaluated, waiting, actor } = data;
  const mayDecide = mayDecideAs(actor);
  const group = data.quotas.find(
    ({ award, criteriaSet }) => award === asked.award && criteriaSet === asked.pool,
  );
  const lines = inPlanOrder(phase.campaign, data.quotas);
  const shown = group ?? lines.find((line) => left(line) > 0) ?? lines[0];
  return {
    ...leaderFrame(phase, 'decide'),
    address: `${phase.base}/quyet-dinh`,
    propose: `${phase.base}/phuong-an`,
    mayDecide,
    proposal: proposal && {
      id: proposal.id,
      text: message('leader.decide.by', { number: proposal.number, at: momentText(proposal.createdAt) }),
    },
    waiting: waiting.map((line) => waitingLine(phase, line, actor)),
    mayConfirm: mayDecide && waiting.some(({ decidedById }) => decidedById !== actor.id),
    lines: lines.map((line) => quotaLine(data, line, line === shown)),
    group: shown && evaluated ? groupOf(data, evaluated, shown, asked) : null,
  };
}

function mayDecideAs(actor: Actor): boolean {
  return may(actor, 'allocation.decide');
}

function left({ max, taken }: QuotaStanding): number {
  return Math.max(0, (max ?? 0) - taken);
}

function waitingLine({ campaign, base }: LeaderPhase, line: DecisionLine, actor: Actor) {
  const { id, nomination, name, unit, award, decidedBy, decidedAt, reason, proposedOutcome } = line;
  return {
    id,
    name,
    href: `${base}/quyet-dinh/${id}`,
    detail: codeAndUnit({ code: nomination, name, unit }),
    award: awardName(campaign, award),
    by: message('decision.by', { who: decidedBy, at: momentText(decidedAt) }),
    departs: proposedOutcome === 'awarded' ? '' : message('decision.departs'),
    reason: reason ?? '',
    isOwn: line.decidedById === actor.id,
  };
}

function quotaLine({ phase, waiting }: DecideData, line: QuotaStanding, current: boolean) {
  const open = waiting.filter(
    ({ award, criteriaSet }) => award === line.award && criteriaSet === line.criteriaSet,
  ).length;
  return {
    award: awardName(phase.campaign, line.award),
    pool: setTitle(phase.campaign, line.criteriaSet),
    href: groupAddress(phase, line),
    max: line.max === null ? message('quota.unstated') : String(line.max),
    confirmed: String(line.taken - open),
    open: String(open),
    left: line.max === null ? '–' : String(left(line)),
    current,
  };
}

/** Those whom the proposal gives the award in this pool, in ranking order. */
function groupOf(data: DecideData, { evaluation, campaign }: Evaluated, line: QuotaStanding, asked: Asked) {
  const { phase, decided } = data;
  const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === line.criteriaSet);
  const result = pool?.awards.find(({ award }) => award === line.award);
  const codes = result?.recipients ?? [];
  const { skip, take } = Page.range(asked);
  const standing = standingByCode(decided);
  const rows = codes.slice(skip, skip + take).flatMap((code) => {
    const nominee = evaluation.nominations.get(code);
    return nominee ? [recipientRow(phase, nominee, line, standing.get(code))] : [];
  });
  return {
    award: line.award,
    criteriaSet: line.criteriaSet,
    heading: message('leader.decide.group', {
      award: awardName(campaign, line.award),
      pool: setTitle(campaign, line.criteriaSet),
    }),
    otherwise: `${phase.base}/quyet-dinh/khac?${new URLSearchParams({ 'hinh-thuc': line.award }).toString()}`,
    pending:
      result && result.pending.length > 0
        ? message('leader.decide.pending', { count: result.pending.length })
        : '',
    rows,
    mayChoose: mayDecideAs(data.actor) && rows.some(({ isOpen }) => isOpen),
    pager: pagerOf(new Page(rows, codes.length, asked.page, asked.size), groupAddress(phase, line)),
  };
}

function recipientRow(
  { base, campaign }: LeaderPhase,
  { nomination: { code, name, unit }, rank, total }: NominationResult,
  line: QuotaStanding,
  held: Held | undefined,
) {
  return {
    code,
    name,
    detail: codeAndUnit({ code, name, unit }),
    href: nomineeAddress(base, code),
    rank: rank === null ? '–' : String(rank),
    total: total === null ? '–' : pointsInWords(total),
    isOpen: held === undefined,
    state: held ? decisionBadge(held.status) : { label: message('leader.decide.open'), kind: 'wait' },
    heldAward: held && held.award !== line.award ? awardName(campaign, held.award) : '',
  };
}
