import { message } from '../../../platform/messages/message';
import type { Page } from '../../../platform/http/page';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { pagerOf } from '../../../platform/views/pager';
import type { Refusal } from '../../../platform/views/refusal-view';
import type { OpenPhase } from '../../campaigns/phase.queries';
import type { ExportJobRow } from './export-job.entity';
import { type ExportKind, foldersOf } from './export-kind';
import { phaseAddress, phaseLead } from './export-page.view';
import { exportRow } from './export.view';

/** What was typed into the forms, when they come back. */
export interface Typed {
  kind: string;
  folders: string[];
  nomination: string;
  word: boolean;
}

export const NOTHING_TYPED: Typed = { kind: '', folders: [], nomination: '', word: false };

/** Refusals that are mended where the choice stands. */
const ABOUT_CHOICE: readonly string[] = ['export-nothing-chosen', 'folder-not-found', 'nomination-not-found'];

/** The page of a phase: what may be exported, and what was. */
export function phasePage(
  open: OpenPhase,
  exports: Page<ExportJobRow>,
  typed: Typed,
  { code, detail }: Refusal,
) {
  const errorsOf = (kind: string) => (ABOUT_CHOICE.includes(code) && typed.kind === kind ? [detail] : null);
  return {
    head: {
      heading: message('export.heading'),
      lead: phaseLead(open),
      crumbs: [{ href: '/xuat-ho-so', label: message('export.door') }],
    },
    address: phaseAddress(open),
    sheet: sheetHref(phaseAddress(open)),
    problem: detail,
    words: { round: wordBox('round', typed), documents: wordBox('documents', typed) },
    folders: { ...folderChoice(open, typed), errors: errorsOf('documents') },
    nomination: { ...nominationField(typed), errors: errorsOf('nomination') },
    list: exportList(open, exports),
    pager: pagerOf(exports, phaseAddress(open)),
  };
}

function folderChoice({ campaign }: OpenPhase, typed: Typed) {
  const options = foldersOf(campaign).map(({ folder, label, of }) => ({
    value: folder,
    label: message(`export.folder.${of}`, { name: label }),
    checked: typed.folders.includes(folder),
  }));
  const plain = { hint: null, look: null, required: null };
  return { id: 'nhom', name: 'nhom', label: message('export.folders'), many: true, options, ...plain };
}

function wordBox(kind: ExportKind, typed: Typed) {
  return {
    id: `word-${kind}`,
    name: 'word',
    label: message('export.word'),
    checked: typed.kind === kind && typed.word,
    hint: message('export.word.hint'),
  };
}

function nominationField({ nomination }: Typed) {
  const label = message('export.nomination');
  return {
    id: 'ma',
    name: 'ma',
    label,
    value: nomination,
    hint: message('export.nomination.hint'),
    width: 's',
  };
}

function exportList({ campaign }: OpenPhase, { items }: Page<ExportJobRow>) {
  return {
    id: 'lan-xuat',
    caption: message('export.list'),
    columns: COLUMNS.map((name) => ({ label: message(`export.column.${name}`) })),
    rows: items.map((job) => exportRow(job, campaign)),
    empty: { title: message('export.none'), text: message('export.none.text') },
  };
}

const COLUMNS = ['content', 'asked', 'state', 'size'];
