import { awardName } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { errorSummary, fieldLabels, formField } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import type { Evaluated } from '../evaluations';
import type { ProposalRow } from '../proposal.entity';
import type { Held } from '../succession';
import { codeAndUnit } from './person-words';
import { type LeaderPhase, leaderHead } from './leader-phase';
import { nomineeAddress, reasonsOf } from './ranking-rows';

/** What was typed into the form. */
export interface TypedChoice {
  nomination: string;
  award: string;
  reason: string;
  number: string;
  date: string;
}

const FIELDS = ['nomination', 'award', 'reason', 'number', 'date'] as const;

interface Data {
  phase: LeaderPhase;
  evaluated: Evaluated;
  proposal: ProposalRow | null;
  decided: readonly Held[];
}

/** The form for a decision on any one nomination: beside it what the rules say of it. */
export function otherwisePage(data: Data, typed: TypedChoice, refusal: Refusal) {
  const { phase, proposal } = data;
  const labels = fieldLabels('leader.otherwise.field', FIELDS);
  const field = (name: keyof TypedChoice) => ({
    ...formField(name, typed[name], refusal),
    label: labels[name],
  });
  return {
    head: leaderHead(phase, 'decide', message('leader.otherwise')),
    address: `${phase.base}/quyet-dinh/khac`,
    propose: `${phase.base}/phuong-an`,
    proposal: proposal?.id ?? null,
    problems: errorSummary(refusal, labels),
    known: knownOf(data, typed),
    fields: {
      nomination: field('nomination'),
      award: {
        ...field('award'),
        options: phase.campaign.awards
          .toSorted((a, b) => a.tier - b.tier)
          .map(({ code, name }) => ({ value: code, label: name, selected: code === typed.award })),
      },
      reason: field('reason'),
      number: field('number'),
      date: field('date'),
    },
  };
}

function knownOf({ phase, evaluated, decided }: Data, { nomination: code }: TypedChoice) {
  const result = evaluated.evaluation.nominations.get(code);
  if (!result) return null;
  const { name, unit } = result.nomination;
  const held = decided.find(
    (each) => each.code === code && (each.status === 'proposed' || each.status === 'confirmed'),
  );
  return {
    name,
    detail: codeAndUnit({ code, name, unit }),
    link: nomineeAddress(phase.base, code),
    reasons: reasonsOf(evaluated, result),
    held: held ? message('leader.otherwise.held', { award: awardName(phase.campaign, held.award) }) : '',
  };
}
