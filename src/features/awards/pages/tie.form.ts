import { InputRefused } from '../../../domain/domain-error';
import type { Finding } from '../../../domain/finding';
import { typedDay } from '../../../platform/text/vietnam-time';
import { type FormBody, formText } from '../../../platform/views/form';

/** A tie at the cut that people have to break. */
export interface TieHere {
  criteriaSet: string;
  award: string;
  /** Codes of those who are tied. */
  codes: readonly string[];
  places: number;
}

/** What was typed in the form; the place of each nominee under its code. */
export interface TypedTie {
  way: string;
  places: Readonly<Record<string, string>>;
  reason: string;
  by: string;
  date: string;
}

export const NO_TIE_TYPED: TypedTie = { way: '', places: {}, reason: '', by: '', date: '' };

export const ORDER = 'xep-thu-tu';
export const VACANT = 'de-trong';

export function placeField(code: string): string {
  return `thu-tu-${code}`;
}

export function typedTie(body: FormBody, { codes }: TieHere): TypedTie {
  const text = (name: string) => formText(body, name);
  const places = Object.fromEntries(codes.map((code) => [code, text(placeField(code))]));
  return { way: text('way'), places, reason: text('reason'), by: text('by'), date: text('date') };
}

/** As a resolution in document form (spec §6). Throws InputRefused for what only the form can say wrongly. */
export function resolutionIn(typed: TypedTie, { criteriaSet, award, places }: TieHere): object {
  const { way, reason, by, date } = typed;
  const order = orderIn(typed);
  const finding = faultOf(way, order, places);
  if (finding) throw new InputRefused([{ level: 'error', path: ['way'], ...finding }]);
  const said = { criteriaSet, award, reason, by, date: typedDay(date) };
  return way === VACANT ? { ...said, leaveVacant: true } : { ...said, order: order.map(({ code }) => code) };
}

/** Those who were given a place, first to last. */
export function orderIn({ places }: TypedTie): { code: string; place: number }[] {
  return Object.entries(places)
    .filter(([, text]) => text !== '')
    .map(([code, text]) => ({ code, place: /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN }))
    .toSorted((a, b) => a.place - b.place);
}

/** One name alone orders nobody, and each place that is there needs a name. */
function faultOf(
  way: string,
  order: readonly { place: number }[],
  places: number,
): Pick<Finding, 'code' | 'params'> | null {
  if (way === VACANT) return null;
  if (way !== ORDER) return { code: 'tie-way-missing', params: {} };
  const least = Math.max(2, places);
  if (order.length < least) return { code: 'tie-order-short', params: { least } };
  const inLine = order.every(({ place }, at) => place === at + 1);
  return inLine ? null : { code: 'tie-order-broken', params: { last: order.length } };
}
