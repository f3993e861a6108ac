import type { Campaign, CriteriaSet, Criterion } from '../../../domain/campaign';
import type { Nomination, Round } from '../../../domain/nomination';
import { decimalText } from '../../../domain/definition/scalars';
import { samePool } from '../../../domain/same-pool';
import { message } from '../../../platform/messages/message';
import type { Word } from './sheet-words';
import * as words from './sheet-words';

type ColumnKind = 'text' | 'number' | 'day' | 'flag';

/** One column of a table: `key` stands in the hidden first row, `header` in the second. */
export interface Column {
  key: string;
  header: string;
  kind: ColumnKind;
  width: number;
  words?: Word[];
  /** Upper limit of a number that is typed in, as a file would state it. */
  most?: string;
}

/** A sheet that holds a table; its id stands with the first key, so that a sheet may be renamed. */
export interface Sheet {
  id: string;
  title: string;
  columns: Column[];
  /** Columns that stay in sight when the sheet is scrolled. */
  frozen: number;
}

/** The tables of a workbook. A round adds the columns and sheets that only it needs. */
export function sheetsOf(campaign: Campaign, round?: Round): Sheet[] {
  return [
    ...campaign.criteriaSets.map((set) => nominationSheet(campaign, set, round)),
    ...campaign.criteriaSets.filter(() => hasCouncilSheets(campaign, round)).map(councilSheet),
    ...attachedSheets(campaign),
    tieSheet(campaign),
  ];
}

function hasCouncilSheets({ scoring }: Campaign, round?: Round): boolean {
  return scoring.official === 'council' || !!round?.nominations.some(({ scores }) => scores.council);
}

function sheet(id: string, title: string, columns: Column[], frozen = 1): Sheet {
  return { id, title, columns, frozen };
}

function column(key: string, kind: ColumnKind, width: number, more: Partial<Column> = {}): Column {
  return { key, header: message(`sheet.column.${key}`), kind, width, ...more };
}

const picked = (key: string, choices: Word[], width = 18): Column =>
  column(key, 'text', width, { words: choices });

function nominationSheet(campaign: Campaign, set: CriteriaSet, round?: Round): Sheet {
  const identity = [column('code', 'text', 12), column('name', 'text', 34), column('unit', 'text', 30)];
  const standing = [picked('proposed', words.awardWords(campaign), 26), picked('state', words.states())];
  const entries = set.criteria.flatMap((criterion) => [
    ...entryColumns('self', criterion),
    ...entryColumns('appraisal', criterion),
  ]);
  return sheet(
    `set:${set.code}`,
    set.title,
    [...identity, ...detailColumns(set, round), ...standing, ...entries],
    2,
  );
}

const DETAILS: Record<CriteriaSet['subject'], (keyof Nomination)[]> = {
  collective: ['members', 'women', 'orgClass'],
  individual: ['gender', 'position', 'positionClass'],
  household: ['members', 'women'],
};

function detailColumns(set: CriteriaSet, round?: Round): Column[] {
  const columns = [
    column('members', 'number', 10),
    column('women', 'number', 10),
    column('orgClass', 'text', 16),
    picked('gender', words.genders(), 10),
    column('position', 'text', 24),
    picked('positionClass', words.positionClasses(), 14),
  ];
  const own = round?.nominations.filter((one) => samePool(one, set));
  const isUsed = (key: keyof Nomination): boolean => !!own?.some((one) => one[key] !== undefined);
  return columns.filter(({ key }) => {
    const detail = key as keyof Nomination;
    return DETAILS[set.subject].includes(detail) || isUsed(detail);
  });
}

type EntryLayer = 'self' | 'appraisal';

function entryColumns(layer: EntryLayer, criterion: Criterion): Column[] {
  const { rule, code } = criterion;
  const more = { kind: 'number' as const, width: 14, words: words.entryWords(criterion) };
  const title = message(`sheet.layer.${layer}`);
  if (rule.kind !== 'ratio')
    return [
      { ...more, key: `${layer}:${code}`, header: entryHeader(title, criterion), most: typedMost(criterion) },
    ];
  return (['done', 'of'] as const).map((part) => ({
    ...more,
    key: `${layer}.${part}:${code}`,
    header: entryHeader(`${title} (${message(`sheet.ratio.${part}`)})`, criterion),
  }));
}

function typedMost({ rule, max, notApplicable }: Criterion): string | undefined {
  return rule.kind === 'points' && notApplicable === 'forbidden' ? decimalText(max) : undefined;
}

const LONGEST_HEADER = 90;

function entryHeader(title: string, criterion: Criterion): string {
  const { code, text, role } = criterion;
  const about = text.length > LONGEST_HEADER ? `${text.slice(0, LONGEST_HEADER).trimEnd()}…` : text;
  const points =
    role === 'gate' ? message('sheet.gate') : message('sheet.max', { max: decimalText(criterion.max) });
  return [title, `${code}) ${about}`, points, howToEnter(criterion)].filter((line) => line !== '').join('\n');
}

function howToEnter({ rule, notApplicable }: Criterion): string {
  const step = rule.kind === 'points' ? decimalText(rule.step) : '';
  const how =
    rule.kind === 'yesno' || rule.kind === 'choice' ? '' : message(`sheet.rule.${rule.kind}`, { step });
  return notApplicable === 'forbidden'
    ? how
    : [how, message('sheet.na')].filter((part) => part !== '').join('; ');
}

function councilSheet(set: CriteriaSet): Sheet {
  const scored = set.criteria.filter(({ role }) => role !== 'gate');
  const points = scored.map((criterion): Column => ({
    key: `points:${criterion.code}`,
    header: entryHeader(message('sheet.layer.council'), { ...criterion, rule: { kind: 'yesno' } }),
    kind: 'number',
    width: 14,
    most: criterion.notApplicable === 'forbidden' ? decimalText(criterion.max) : undefined,
  }));
  const member = [
    column('nomination', 'text', 12),
    column('member', 'text', 26),
    picked('recused', words.yesNo(), 12),
  ];
  return sheet(
    `council:${set.code}`,
    message('sheet.title.council', { set: set.title }),
    [...member, ...points],
    2,
  );
}

function attachedSheets(campaign: Campaign): Sheet[] {
  const nomination = column('nomination', 'text', 12);
  const criterion = picked('criterion', words.criterionWords(campaign), 12);
  const texts = (...keys: string[]): Column[] => keys.map((key) => column(key, 'text', 36));
  const counts = ['yes', 'no', 'abstain'].map((key) => column(key, 'number', 12));
  const award = picked('award', words.awardWords(campaign), 30);
  const tables: [string, Column[]][] = [
    [
      'evidence',
      [criterion, column('title', 'text', 44), column('document', 'text', 26), column('file', 'text', 26)],
    ],
    ['matters', [...matterColumns(), column('document', 'text', 26)]],
    ['awards', [award, ...['campaign', 'phase'].map((key) => column(key, 'text', 16)), ...texts('decision')]],
    ['ballots', [award, ...counts]],
    ['achievements', [criterion, ...texts('text', 'measure', 'before', 'after', 'spread')]],
    ['history', [column('year', 'text', 10), ...texts('form', 'decision', 'issuer')]],
    ['report', [picked('section', words.sectionWords(), 40), column('content', 'text', 80)]],
  ];
  return tables.map(([id, columns]) => sheet(id, message(`sheet.title.${id}`), [nomination, ...columns]));
}

function matterColumns(): Column[] {
  return [
    picked('kind', words.matterKinds()),
    picked('status', words.matterStatuses(), 24),
    column('from', 'day', 14),
    column('to', 'day', 14),
  ];
}

function tieSheet(campaign: Campaign): Sheet {
  const columns = [
    picked('criteriaSet', words.setWords(campaign), 26),
    picked('award', words.awardWords(campaign), 30),
    column('order', 'text', 24),
    picked('leaveVacant', words.yesNo(), 14),
    column('reason', 'text', 44),
    column('by', 'text', 30),
    column('date', 'day', 14),
  ];
  return sheet('ties', message('sheet.title.ties'), columns, 2);
}
