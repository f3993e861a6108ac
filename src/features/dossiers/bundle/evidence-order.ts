import type { CriteriaSet } from '../../../domain/campaign';
import { criterionName, isPlanMark } from '../../../domain/criterion-name';
import { capitalised, oneLine } from '../../../platform/text/printable';
import type { EvidencePiece } from './evidence-source';

/** Pieces criterion by criterion, in the order of the plan; within one, as they were given. */
export function inOrderOfCriteria(
  set: CriteriaSet,
  pieces: readonly EvidencePiece[],
): { piece: EvidencePiece; criterion: string }[] {
  const codes = set.criteria.map(({ code }) => code);
  const others = pieces.map(({ criterion }) => criterion).filter((code) => !codes.includes(code));
  const order = [...codes, ...new Set(others)];
  return order.flatMap((code) =>
    pieces
      .filter(({ criterion }) => criterion === code)
      .map((piece) => ({ piece, criterion: criterionLabel(set, code) })),
  );
}

/** `a) Thực hiện tốt …`; one that the plan gives no mark, by its text alone: `“Có sáng kiến”`. */
function criterionLabel(set: CriteriaSet, code: string): string {
  const text = capitalised(oneLine(set.criteria.find((each) => each.code === code)?.text ?? ''));
  if (isPlanMark(code) && text !== '') return `${code}) ${text}`;
  return criterionName({ code: oneLine(code), text });
}
