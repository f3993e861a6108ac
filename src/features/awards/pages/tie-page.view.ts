import { DomainError } from '../../../domain/domain-error';
import { awardName, setTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { errorSummary, fieldLabels, formField } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import type { Evaluated } from '../evaluations';
import { type LeaderPhase, leaderHead } from './leader-phase';
import { codeAndUnit } from './person-words';
import { ORDER, type TieHere, type TypedTie, VACANT, orderIn, placeField } from './tie.form';

/** The tie at the cut of an award in a pool, as the rules see it now. Throws `tie-settled` where there is none. */
export function tieIn({ evaluation }: Evaluated, criteriaSet: string, award: string): TieHere {
  const pool = evaluation.pools.find((each) => each.criteriaSet === criteriaSet);
  const result = pool?.awards.find((each) => each.award === award);
  if (!result || result.pending.length === 0) throw new DomainError('tie-settled');
  return { criteriaSet, award, codes: result.pending, places: result.places };
}

interface TieScreen {
  typed: TypedTie;
  refusal: Refusal;
  /** Whether what was typed is shown once more before it is recorded. */
  review: boolean;
}

/** The form that records how a tie was settled: an order, or the places left vacant; with reason, by whom and when. */
export function tiePage(
  phase: LeaderPhase,
  evaluated: Evaluated,
  tie: TieHere,
  { typed, refusal, review }: TieScreen,
) {
  const award = awardName(phase.campaign, tie.award);
  const labels = fieldLabels('tie', ['way', 'reason', 'by', 'date']);
  const field = (name: 'reason' | 'by' | 'date') => ({
    ...formField(name, typed[name], refusal),
    label: labels[name],
  });
  return {
    head: leaderHead(phase, 'ranking', message('tie.title', { award })),
    about: message('tie.about', {
      pool: setTitle(phase.campaign, tie.criteriaSet),
      count: tie.codes.length,
      places: tie.places,
    }),
    address: `${phase.base}/dong-hang`,
    back: phase.base,
    hidden: { pool: tie.criteriaSet, award: tie.award },
    problems: errorSummary(refusal, labels),
    review,
    way: wayField(typed, refusal),
    people: tie.codes.map((code) => personLine(evaluated, code, typed)),
    fields: { reason: field('reason'), by: field('by'), date: field('date') },
    values: typed,
    told: review ? toldLines(evaluated, typed) : [],
  };
}

function wayField({ way }: TypedTie, refusal: Refusal) {
  const option = (value: string) => ({
    value,
    label: message(`tie.way.${value}`),
    hint: message(`tie.way.${value}.hint`),
    checked: way === value,
  });
  const label = message('tie.way');
  return { ...formField('way', way, refusal), label, options: [option(ORDER), option(VACANT)] };
}

function personLine({ evaluation }: Evaluated, code: string, { places }: TypedTie) {
  const found = evaluation.nominations.get(code)?.nomination;
  const name = found?.name ?? code;
  return {
    name,
    detail: found ? codeAndUnit(found) : code,
    field: placeField(code),
    place: places[code] ?? '',
  };
}

/** What will be recorded, as `web/facts`. */
function toldLines({ evaluation }: Evaluated, typed: TypedTie) {
  const nameIn = (code: string) => `${evaluation.nominations.get(code)?.nomination.name ?? ''} (${code})`;
  const line = (key: string, text: string) => ({ label: message(`tie.${key}`), text });
  const order = orderIn(typed).map(({ code, place }) => line(`place`, `${place}. ${nameIn(code)}`));
  return [
    line('way', message(`tie.way.${typed.way}`)),
    ...(typed.way === ORDER ? order : []),
    line('by', typed.by),
    line('date', typed.date),
    line('reason', typed.reason),
  ];
}
