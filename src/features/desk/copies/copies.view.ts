import type { SuspectedCopy } from '../../../domain/suspected-copy';
import { message } from '../../../platform/messages/message';
import { address } from '../../../platform/views/address';
import { pageLinks } from '../../../platform/views/pager';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import type { OpenPhase } from '../../campaigns/phase.queries';
import type { FileUse } from '../../evidence/duplicate-file.queries';
import type { PhaseChoice } from '../../campaigns/phase.choices';
import { deskTabs, otherPhases, phaseQuery, phaseWithPlan } from '../desk-phase.view';
import type { Copies, CopyOf } from './copies.queries';

const PATH = '/van-phong/trung-lap';
const PAGE_SIZE = 50;

interface CopiesPage {
  open: OpenPhase;
  choices: readonly PhaseChoice[];
  copies: Copies;
  files: readonly FileUse[][];
  page: number;
}

/** Pairs that a person should look at: suspicions, never proofs. */
export function copiesView({ open, choices, copies, files, page }: CopiesPage) {
  const { pairs } = copies;
  const query = phaseQuery(open);
  const shown = pairs.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    lead: phaseWithPlan(open),
    tabs: deskTabs(open, 'copies'),
    others: otherPhases(PATH, open, choices),
    sheet: address(PATH, { ...query, dang: 'xlsx' }),
    rows: shown.map((pair) => pairView(pair, copies)),
    files: files.map((uses) => ({
      name: uses[0]?.file ?? '',
      uses: uses.map(({ nominationId, nominee, unit, title }) => ({
        href: `/de-nghi/${nominationId}`,
        nominee,
        detail: `${unit} · ${title}`,
      })),
    })),
    none: pairs.length === 0 && files.length === 0,
    pages: pageLinks({ page, size: PAGE_SIZE, total: pairs.length }, message('copies.pairs'), (at) =>
      address(PATH, { ...query, trang: at > 1 ? at : '' }),
    ),
  };
}

function pairView(pair: SuspectedCopy, copies: Copies) {
  const [one, other] = bothOf(pair, copies);
  return {
    kind: message(`copies.${pair.kind}`),
    detail: detailOf(pair),
    one,
    other,
    href: address(`${PATH}/so-sanh`, { a: one?.id, b: other?.id }),
  };
}

function bothOf({ codes: [a, b] }: SuspectedCopy, { byCode }: Copies): [CopyOf?, CopyOf?] {
  return [byCode.get(a), byCode.get(b)];
}

function detailOf(pair: SuspectedCopy): string {
  if (pair.kind === 'same-initiative') return pair.title;
  if (pair.kind === 'same-nominee') return '';
  const percent = ((pair.shared * 100) / pair.total).toFixed(0);
  return message('copies.likeness', { percent });
}

export function copiesSheet(open: OpenPhase, copies: Copies): ListSheet {
  const column = (name: string, width: number) => ({ header: message(`copies.column.${name}`), width });
  return {
    title: message('copies.sheet', { phase: phaseWithPlan(open) }),
    columns: [
      column('kind', 24),
      column('detail', 40),
      ...['one', 'other'].flatMap(() => [column('code', 14), column('name', 40), column('unit', 40)]),
    ],
    rows: copies.pairs.map((pair) => [
      message(`copies.${pair.kind}`),
      detailOf(pair),
      ...bothOf(pair, copies).flatMap((each) => [each?.code ?? '', each?.name ?? '', each?.unit ?? '']),
    ]),
  };
}
