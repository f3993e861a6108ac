import type { Campaign, Criterion } from '../../domain/campaign';
import { decimalText } from '../../domain/definition/scalars';
import type { Entries } from '../../domain/nomination';
import { message } from '../../platform/messages/message';
import { type FormBody, formFlag, formText } from '../../platform/views/form';
import type { Refusal } from '../../platform/views/refusal-view';
import type { NominationRow } from '../nominations/nomination.entity';
import { pointsText } from './council.words';
import { sheetHref } from '../../platform/sheets/whole-list';
import { provisionWords } from '../../platform/text/provision';
import { pagesView } from './page-links';
import { problemsOf } from './problems';
import type { Seated } from './session.queries';
import type { SessionRow } from './session.entity';
import { type SheetBoard, type SheetState, ownTotal, setOf } from './sheet.queries';
import { isPlanMark } from '../../domain/criterion-name';
import { criterionTitle } from '../campaigns/criterion-label';

/** The nominees to be scored: of a member their own sheets, of the office those of all members. */
export function boardView(
  session: SessionRow,
  { campaign, members, nominees, total, stateOf }: SheetBoard,
  { own, all }: { own: Seated | undefined; all: boolean },
  page: { number: number; size: number },
) {
  const at = `/hoi-dong/${session.id}/cham-diem`;
  const shown = shownMembers(members, { own, all });
  return {
    session: session.title,
    sheets: { board: sheetHref(at), points: sheetHref(`${at}?bang=diem`) },
    back: `/hoi-dong/${session.id}`,
    columns: shown.map(({ name, id }) => ({ name: id === own?.id ? message('council.sheet.own') : name })),
    caption: message('council.sheet.caption', { count: total }),
    rows: nominees.map((nominee) => ({
      name: nominee.name,
      code: nominee.code,
      href: `/de-nghi/${nominee.id}`,
      set: setOf(campaign, nominee)?.title ?? nominee.criteriaSet,
      cells: shown.map((member) => {
        const state = stateOf(nominee, member);
        const whose = member.id === own?.id ? '' : `?thanh-vien=${member.id}`;
        return {
          label: member.id === own?.id ? message('council.sheet.own') : member.name,
          text: stateText(state),
          href: state.kind === 'recused' && all ? null : `${at}/${nominee.id}${whose}`,
        };
      }),
    })),
    pages: total > page.size ? pagesView(at, { ...page, total }, 'council.candidates.pages') : null,
  };
}

/** Whose sheets somebody may see: their own, or all. */
export function shownMembers(
  members: readonly Seated[],
  { own, all }: { own: Seated | undefined; all: boolean },
): readonly Seated[] {
  return all ? members : members.filter(({ id }) => id === own?.id);
}

export function stateText(state: SheetState): string {
  if (state.kind === 'complete') return message('council.sheet.complete', { total: pointsText(state.total) });
  return message(`council.sheet.${state.kind}`);
}

interface SheetPage {
  session: SessionRow;
  campaign: Campaign;
  nominee: NominationRow;
  member: Seated;
  /** Whether the office enters it from paper. */
  forOther: boolean;
  /** Too near to the nominee by themselves: there is nothing to declare or to take back. */
  tooNear: boolean;
  sheet: { recused: boolean; version: number; entries: Entries };
  body: FormBody | null;
  refusal: Refusal;
}

/** One member’s sheet on one nominee. */
export function sheetView(page: SheetPage) {
  const { session, campaign, nominee, member, forOther, tooNear, sheet, body, refusal } = page;
  const set = setOf(campaign, nominee);
  const criteria = set?.criteria.filter(({ role }) => role !== 'gate') ?? [];
  const total = set && !sheet.recused ? ownTotal(set, sheet.entries) : null;
  const at = (code: string) => criteria.findIndex((criterion) => criterion.code === code);
  return {
    session: session.title,
    back: `/hoi-dong/${session.id}/cham-diem`,
    nominee: { name: nominee.name, code: nominee.code, href: `/de-nghi/${nominee.id}` },
    member: forOther ? member.name : null,
    memberSeat: forOther ? member.id : '',
    tooNear,
    declared: sheet.recused && !tooNear,
    version: body ? formText(body, 'version') : String(sheet.version),
    problems: problemsOf(
      refusal,
      (path) => fieldId(path, at),
      (path) => pointsLabel(criteria, indexOf(path, at)),
    ),
    rows: criteria.map((criterion, index) => rowOf(criterion, index, page, at)),
    total: total === null ? null : pointsText(total),
  };
}

/** The points that were typed: text with a comma becomes one with a dot, and whatever else it is is for the reader to refuse. */
export function pointsIn(body: FormBody, criteria: readonly Criterion[]): Record<string, string> {
  return Object.fromEntries(
    criteria
      .filter(({ role }) => role !== 'gate')
      .flatMap(({ code }, index) => {
        if (formFlag(body, `khong-${index}`)) return [[code, 'na']];
        const typed = formText(body, `diem-${index}`);
        return typed === '' ? [] : [[code, typed.replace(',', '.')]];
      }),
  );
}

function rowOf(criterion: Criterion, index: number, page: SheetPage, at: (code: string) => number) {
  const { sheet, body, refusal } = page;
  const entry = sheet.entries[criterion.code];
  const stored = typeof entry === 'number' ? decimalText(entry).replace('.', ',') : '';
  const errors = refusal.findings
    .filter(({ field }) => fieldId(field, at) === `diem-${index}`)
    .map((finding) => finding.message);
  return {
    title: criterionTitle(criterion),
    source: criterion.source ? provisionWords(criterion.source) : null,
    number: {
      id: `diem-${index}`,
      name: `diem-${index}`,
      label: labelOf(criterion, index),
      value: body ? formText(body, `diem-${index}`) : stored,
      suffix: message('council.sheet.of', { max: pointsText(criterion.max).replace(/,00$/, '') }),
      errors: errors.length > 0 ? errors : null,
      hint: null,
      required: criterion.role === 'base',
    },
    notApplicable:
      criterion.notApplicable === 'forbidden'
        ? null
        : {
            id: `khong-${index}`,
            name: `khong-${index}`,
            label: message('council.sheet.not-applicable'),
            checked: body ? formFlag(body, `khong-${index}`) : entry === 'na',
            hint: null,
            errors: null,
            required: false,
          },
  };
}

function labelOf({ role, code }: Criterion, index: number): string {
  return message(`council.sheet.points.${role === 'penalty' ? 'penalty' : 'given'}`, {
    code: isPlanMark(code) ? code : message('council.sheet.ordinal', { number: index + 1 }),
  });
}

function fieldId(path: string, at: (code: string) => number): string | null {
  const index = indexOf(path, at);
  return index < 0 ? null : `diem-${index}`;
}

/** '' for the sheet as a whole. */
function pointsLabel(criteria: readonly Criterion[], index: number): string {
  const criterion = criteria[index];
  return criterion ? labelOf(criterion, index) : '';
}

/** A finding is about `points.CODE`, or about the sheet as a whole: -1. */
function indexOf(path: string, at: (code: string) => number): number {
  return path.startsWith('points.') ? at(path.slice('points.'.length)) : -1;
}
