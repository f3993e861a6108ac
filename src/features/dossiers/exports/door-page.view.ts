import { message } from '../../../platform/messages/message';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import { pagePath } from '../../../platform/views/address';
import type { PhaseToExport } from './export.queries';

/** The first page of the exports: every phase that has been opened. */
export function doorPage(phases: readonly PhaseToExport[]) {
  return {
    sheet: sheetHref('/xuat-ho-so'),
    list: {
      id: 'giai-doan',
      caption: message('export.phases'),
      columns: COLUMNS.map((name) => ({ label: message(`export.column.${name}`) })),
      rows: phases.map(({ campaign, title, phase, phaseTitle, open, last }) => ({
        cells: [
          {
            text: title,
            sub: phaseTitle,
            href: pagePath('xuat-ho-so', campaign, phase),
          },
          { text: last === null ? message('export.never') : momentText(last) },
          { text: open === 0 ? '–' : message('export.open', { count: open }) },
        ],
      })),
      empty: { title: message('export.no-phase'), text: message('export.no-phase.text') },
    },
  };
}

const COLUMNS = ['phase', 'last', 'open'];
