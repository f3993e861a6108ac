import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { UnitName } from './full-names';

type Named = Pick<Nomination, 'subject' | 'name' | 'gender' | 'unit' | 'position'>;

/** `Bà Lê Thu Đào`; a collective and a household by their name. */
export function calledBy({ subject, name, gender }: Pick<Nomination, 'subject' | 'name' | 'gender'>): string {
  return oneLine(
    subject === 'individual' ? `${message(`dossier.address.${gender ?? 'unknown'}`)} ${name}` : name,
  );
}

/** `Kiểm soát viên, Chi cục Tiêu chuẩn Đo lường Chất lượng`; empty for what is its own unit. */
export function whereFrom(one: Named, unitName: UnitName = oneLine): string {
  return isItsOwnUnit(one) ? '' : placed(oneLine(one.position ?? ''), unitName(one.unit));
}

/** Who it is in one run of words: `Bà Lê Thu Đào, Kiểm soát viên, Chi cục …`; a unit that is proposed itself by the name of a unit. */
export function presented(one: Named, unitName: UnitName = oneLine): string {
  return isItsOwnUnit(one)
    ? unitName(one.unit)
    : [calledBy(one), whereFrom(one, unitName)].filter(Boolean).join(', ');
}

function isItsOwnUnit({ subject, unit, name }: Named): boolean {
  return subject !== 'individual' && oneLine(unit) === oneLine(name);
}

/** `Giám đốc Trung tâm` of `Trung tâm Ứng dụng …` is `Giám đốc Trung tâm Ứng dụng …`: what both say is said once. */
function placed(position: string, unit: string): string {
  const [office, place] = [position.split(' '), unit.split(' ')];
  const shared = office.findIndex((_, at) => at > 0 && isBeginning(office.slice(at), place));
  if (shared === -1) return [position, unit].filter(Boolean).join(', ');
  return [...office, ...place.slice(office.length - shared)].join(' ');
}

function isBeginning(some: readonly string[], all: readonly string[]): boolean {
  return some.length < all.length && some.every((word, at) => word.toLowerCase() === all[at]?.toLowerCase());
}
