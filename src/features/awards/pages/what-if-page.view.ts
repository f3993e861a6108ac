import type { Mover } from '../../../domain/what-if';
import { awardName } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { type FormBody, formFlag, formList, formText } from '../../../platform/views/form';
import { type FieldLabels, errorSummary, formField } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import type { Evaluated } from '../evaluations';
import { codeAndUnit } from './person-words';
import { type LeaderPhase, leaderFrame } from './leader-phase';
import { outcomeLabel } from './outcome-badge';
import { nomineeAddress } from './ranking-rows';
import type { TieField, WhatIfFields } from './what-if.fields';
import { vacantId } from './what-if.form';

/** More movers than anybody reads; the number is told all the same. */
const MOST_SHOWN = 200;

/** A form with more boxes than this helps nobody. */
const MOST_TIED = 50;

interface Tried {
  fields: WhatIfFields;
  form: FormBody;
  /** Null where nothing was tried yet. */
  movers: readonly Mover[] | null;
  refusal: Refusal;
}

/** The form of what can be tried, and exactly who would move. */
export function whatIfPage(
  phase: LeaderPhase,
  evaluated: Evaluated,
  { fields, form, movers, refusal }: Tried,
) {
  const typed = (id: string, now: string) =>
    formField(id, Object.hasOwn(form, id) ? formText(form, id) : now, refusal);
  return {
    ...leaderFrame(phase, 'what-if'),
    address: `${phase.base}/gia-dinh`,
    problems: errorSummary(refusal, labelsOf(fields)),
    places: fields.places.map(({ id, now, award, set }) => ({
      ...typed(id, now),
      label: lineLabel(award.name, set.title),
      hint: now === '' ? message('what-if.places.none') : message('what-if.now', { now }),
    })),
    floors: fields.floors.map(({ id, now, award }) => ({
      ...typed(id, now),
      label: award.name,
      hint: now === '' ? message('what-if.floor.none') : message('what-if.now', { now }),
    })),
    ties: fields.ties.map((tie) => tieView(evaluated, tie, form)),
    drop:
      fields.resolved > 0
        ? {
            checked: formFlag(form, 'bo-dong-hang'),
            label: message('what-if.drop', { count: fields.resolved }),
          }
        : null,
    result: movers && resultOf(phase, evaluated, movers),
  };
}

/** In the summary a field says also which of the two lists it stands in. */
function labelsOf({ places, floors }: WhatIfFields): FieldLabels {
  return Object.fromEntries([
    ...places.map(({ id, award, set }) => [
      id,
      message('what-if.places.of', { line: lineLabel(award.name, set.title) }),
    ]),
    ...floors.map(({ id, award }) => [id, message('what-if.floor.of', { award: award.name })]),
  ]);
}

function lineLabel(award: string, set: string): string {
  return `${award} – ${set}`;
}

function tieView({ evaluation }: Evaluated, tie: TieField, form: FormBody) {
  const { award, set, result, id } = tie;
  const ticked = formList(form, id);
  return {
    id,
    name: id,
    label: message('what-if.tie', { award: award.name, pool: set.title, places: result.places }),
    options: result.pending.slice(0, MOST_TIED).map((code) => ({
      value: code,
      label: `${evaluation.nominations.get(code)?.nomination.name ?? ''} (${code})`,
      checked: ticked.includes(code),
    })),
    hint:
      result.pending.length > MOST_TIED
        ? message('what-if.tie.many', { most: MOST_TIED, count: result.pending.length })
        : message('what-if.tie.hint'),
    vacant: { id: vacantId(tie), checked: formFlag(form, vacantId(tie)) },
  };
}

function resultOf(phase: LeaderPhase, evaluated: Evaluated, movers: readonly Mover[]) {
  const moved = movers.filter(({ before, after }) => before !== after);
  const others = movers.filter(({ before, after }) => before === after);
  return {
    summary:
      moved.length === 0 ? message('what-if.nobody') : message('what-if.moved', { count: moved.length }),
    moved: moved.slice(0, MOST_SHOWN).map((mover) => moverView(phase, evaluated, mover)),
    more: moved.length > MOST_SHOWN ? message('what-if.more', { count: moved.length - MOST_SHOWN }) : '',
    others: others.slice(0, MOST_SHOWN).map((mover) => moverView(phase, evaluated, mover)),
    othersLabel: message('what-if.others', { count: others.length }),
  };
}

function moverView({ base }: LeaderPhase, { campaign, evaluation }: Evaluated, mover: Mover) {
  const { code, outcomes } = mover;
  const { name = '', unit = '' } = evaluation.nominations.get(code)?.nomination ?? {};
  return {
    name,
    detail: codeAndUnit({ code, name, unit }),
    href: nomineeAddress(base, code),
    text: moveText(mover, (award) => awardName(campaign, award), tierIn(campaign)),
    reasons: outcomes.map(({ award, before, after }) =>
      message('what-if.reason', {
        award: awardName(campaign, award),
        before: outcomeLabel(before),
        after: outcomeLabel(after),
      }),
    ),
  };
}

type Tiers = (award: string) => number;

function tierIn({ awards }: Evaluated['campaign']): Tiers {
  return (code) => awards.find((award) => award.code === code)?.tier ?? 0;
}

/** In words: who gets, loses, rises or falls. */
function moveText({ before, after }: Mover, name: (award: string) => string, tier: Tiers): string {
  if (before === after) return message('what-if.same');
  if (before === null) return message('what-if.gets', { after: name(after ?? '') });
  if (after === null) return message('what-if.loses', { before: name(before) });
  const params = { before: name(before), after: name(after) };
  return message(tier(after) < tier(before) ? 'what-if.rises' : 'what-if.falls', params);
}
