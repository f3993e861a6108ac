import type { Day, Subject } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { roman } from '../words/formats';
import { type AwardRound, SUBJECTS, recipientsOf } from './award-round';
import { awardBonus, dong } from './bonus.view';
import { calledBy } from './recipient';
import { countsOf } from './submission.view';

/** Phụ lục of a decision: everybody who receives the award. Its pages are numbered on their own (NĐ 30/2020, Phụ lục I). */
export interface DecisionAppendix {
  attached: string;
  groups: { heading: string; rows: AppendixRow[] }[];
  summary: string;
}

interface AppendixRow {
  /** That of the golden book: it runs on from group to group. */
  number: number;
  name: string;
  position: string;
  unit: string;
  money: string;
}

export function decisionAppendix(one: AwardRound, day: Day, attached: string): DecisionAppendix {
  const numbered = recipientsOf(one).map((result, at) => ({ result, number: at + 1 }));
  const money = moneyBySubject(one, day);
  const groups = SUBJECTS.map((subject) => ({
    subject,
    rows: numbered
      .filter(({ result }) => result.nomination.subject === subject)
      .map(({ result, number }) => rowOf(result, number, money)),
  })).filter(({ rows }) => rows.length > 0);
  return {
    attached,
    groups: groups.map(({ subject, rows }, at) => ({
      heading: `${roman(at + 1)}. ${message(`dossier.section.${subject}`)}`,
      rows,
    })),
    summary: message('dossier.decision.list-total', { counts: countsOf(one) }),
  };
}

function moneyBySubject(one: AwardRound, day: Day): Map<Subject, string> {
  const shares = awardBonus(one, day)?.shares ?? [];
  return new Map(shares.map(({ subject, amount }) => [subject, dong(amount)]));
}

function rowOf({ nomination }: NominationResult, number: number, money: Map<Subject, string>): AppendixRow {
  const { position, unit, subject } = nomination;
  return {
    number,
    name: calledBy(nomination),
    position: oneLine(position ?? ''),
    unit: oneLine(unit),
    money: money.get(subject) ?? '–',
  };
}
