import { awardName, setTitle } from '../../../domain/plan-names';
import type { Page } from '../../../platform/http/page';
import { message } from '../../../platform/messages/message';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { momentText, plainDay } from '../../../platform/text/vietnam-time';
import { pagePath } from '../../../platform/views/address';
import { pagerOf } from '../../../platform/views/pager';
import type { DecisionLine } from '../decision.queries';
import { decisionBadge } from './decision-badge';
import { codeAndUnit } from './person-words';
import { type LeaderPhase, leaderFrame } from './leader-phase';

/** The register: with each decision its people and the head of the audit chain. */
export function registerPage(phase: LeaderPhase, page: Page<DecisionLine>, chainHead: string) {
  return {
    ...leaderFrame(phase, 'register'),
    chainHead,
    sheet: sheetHref(`${phase.base}/so-quyet-dinh`),
    rows: page.items.map((line) => registerLine(phase, line)),
    pager: pagerOf(page, `${phase.base}/so-quyet-dinh`),
    papers: pagePath('van-phong', 'van-ban', phase.campaign.code, phase.phase.code),
  };
}

function registerLine({ base, campaign }: LeaderPhase, line: DecisionLine) {
  const { decidedBy, decidedAt, confirmedBy, confirmedAt, endDocument, endedOn, number, date } = line;
  return {
    href: `${base}/quyet-dinh/${line.id}`,
    name: line.name,
    detail: codeAndUnit({ code: line.nomination, name: line.name, unit: line.unit }),
    award: awardName(campaign, line.award),
    pool: setTitle(campaign, line.criteriaSet),
    paper: number ? message('decision.paper', { document: number, day: date ? plainDay(date) : '…' }) : '',
    state: decisionBadge(line.status),
    departs: line.proposedOutcome === 'awarded' ? '' : message('decision.departs'),
    reason: line.reason ?? '',
    decided: message('decision.by', { who: decidedBy, at: momentText(decidedAt) }),
    confirmed:
      confirmedBy && confirmedAt
        ? message('decision.by', { who: confirmedBy, at: momentText(confirmedAt) })
        : '–',
    end: endDocument
      ? message('decision.paper', { document: endDocument, day: plainDay(endedOn ?? '') })
      : '',
    endReason: line.endReason ?? '',
    head: line.auditHead.slice(0, 16),
  };
}
