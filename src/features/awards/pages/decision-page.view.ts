import { type Actor, may } from '../../../domain/access';
import type { NextInLine } from '../../../domain/next-in-line';
import { message } from '../../../platform/messages/message';
import { momentText, plainDay } from '../../../platform/text/vietnam-time';
import type { DecisionLine } from '../decision.queries';
import type { Evaluated } from '../evaluations';
import { decisionBadge } from './decision-badge';
import { codeAndUnit } from './person-words';
import { type LeaderPhase, leaderHead } from './leader-phase';
import { outcomeLabel } from './outcome-badge';
import { nomineeAddress } from './ranking-rows';
import type { OutcomeCode } from '../../../domain/evaluation';
import { awardName, setTitle } from '../../../domain/plan-names';

/** A decision whose place may be free again, and who comes next for it. */
export interface DecisionCase {
  phase: LeaderPhase;
  line: DecisionLine;
  /** Of the proposal that the decision rests on. */
  evaluated: Evaluated;
  next: NextInLine;
  /** The hash that the chain of events ends with now. */
  chainHead: string;
}

/** One decision: what it says, who stands for it, what came of it, and what can be done with it. */
export function decisionPage(actor: Actor, file: DecisionCase) {
  const { phase, line, chainHead } = file;
  const award = awardName(phase.campaign, line.award);
  const badge = decisionBadge(line.status);
  return {
    head: {
      ...leaderHead(phase, 'register', message('decision.heading', { award, name: line.name })),
      badge,
    },
    facts: factsOf(file, award),
    events: eventsOf(line),
    audit: [
      { label: message('decision.head'), text: line.auditHead },
      { label: message('decision.chain'), text: chainHead },
    ],
    actions: actionsOf(actor, file),
    ownText: line.status === 'proposed' && line.decidedById === actor.id ? message('decision.own') : '',
    recovery: line.status === 'revoked' ? recoveryText(file) : '',
    next: placeIsFree(line) ? nextOf(actor, file, award) : null,
  };
}

function placeIsFree({ status }: DecisionLine): boolean {
  return status === 'refused' || status === 'revoked' || status === 'replaced';
}

function factsOf({ phase, line }: DecisionCase, award: string) {
  const { campaign, base } = phase;
  const { nomination, name, unit, number, date, reason } = line;
  const fact = (key: string, text: string, href?: string) => ({
    label: message(`decision.${key}`),
    text,
    href,
  });
  return [
    fact('nominee', name, nomineeAddress(base, nomination)),
    fact('unit', codeAndUnit({ code: nomination, name, unit })),
    fact('award', `${award} (${setTitle(campaign, line.criteriaSet)})`),
    fact('place', String(line.place)),
    fact(
      'proposal',
      message('decision.proposal.text', {
        number: line.proposal,
        outcome: outcomeLabel(line.proposedOutcome as OutcomeCode),
      }),
    ),
    ...(reason ? [fact('reason', reason)] : []),
    ...(number ? [fact('number', number)] : []),
    ...(date ? [fact('date', plainDay(date))] : []),
  ];
}

function eventsOf(line: DecisionLine) {
  const { endedBy, endedAt, endReason, endDocument, endedOn, confirmedBy, confirmedAt } = line;
  const paper = endDocument
    ? message('decision.paper', { document: endDocument, day: plainDay(endedOn ?? '') })
    : '';
  return [
    ...(endedBy && endedAt
      ? [
          {
            what: [message(`decision.status.${line.status}`), paper].filter(Boolean).join(' – '),
            who: endedBy,
            when: momentText(endedAt),
            why: endReason,
          },
        ]
      : []),
    ...(confirmedBy && confirmedAt
      ? [{ what: message('decision.confirmed'), who: confirmedBy, when: momentText(confirmedAt), why: null }]
      : []),
    {
      what: message('decision.decided'),
      who: line.decidedBy,
      when: momentText(line.decidedAt),
      why: line.reason,
    },
  ];
}

function actionsOf(actor: Actor, { phase, line }: DecisionCase) {
  const at = `${phase.base}/quyet-dinh/${line.id}`;
  const { authority } = phase.campaign.awards.find(({ code }) => code === line.award) ?? {};
  const isOpen = line.status === 'proposed' && may(actor, 'allocation.confirm');
  const inForce = line.status === 'confirmed';
  return {
    confirm: isOpen && line.decidedById !== actor.id ? `${phase.base}/quyet-dinh/xac-nhan` : '',
    id: line.id,
    takeBack: line.status === 'proposed' && may(actor, 'allocation.decide') ? `${at}/thu-lai` : '',
    refuse: inForce && authority === 'propose' && may(actor, 'allocation.refuse') ? `${at}/tu-choi` : '',
    revoke: inForce && may(actor, 'allocation.revoke') ? `${at}/thu-hoi` : '',
  };
}

/** What has to be given back (Luật 93.2): the certificate, and the money by its multiple of the base salary. */
export function recoveryText({ phase, line }: DecisionCase): string {
  const award = phase.campaign.awards.find(({ code }) => code === line.award);
  const multiple = award?.bonus?.[line.subject];
  const name = award?.name ?? line.award;
  if (multiple === undefined) return message('decision.recovery', { award: name });
  const times = String(multiple / 100).replace('.', ',');
  return message('decision.recovery.money', { award: name, times });
}

/** Who comes next, with the way to decide on them: nothing happens by itself. */
function nextOf(actor: Actor, { phase, line, evaluated, next }: DecisionCase, award: string) {
  const mayDecide = may(actor, 'allocation.decide');
  const reason = message('decision.next.reason', { award, name: line.name });
  return {
    text:
      next.codes.length === 0
        ? message('decision.next.none')
        : message(next.tied ? 'decision.next.tied' : 'decision.next.one'),
    people: next.codes.flatMap((code) => {
      const nominee = evaluated.evaluation.nominations.get(code)?.nomination;
      if (!nominee) return [];
      const query = new URLSearchParams({ ma: code, 'hinh-thuc': line.award, 'ly-do': reason });
      return {
        name: nominee.name,
        detail: codeAndUnit(nominee),
        href: nomineeAddress(phase.base, code),
        decide: mayDecide ? `${phase.base}/quyet-dinh/khac?${query.toString()}` : '',
      };
    }),
  };
}
