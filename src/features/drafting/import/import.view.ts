import type { Actor } from '../../../domain/access';
import { may } from '../../../domain/access';
import type { Campaign } from '../../../domain/campaign';
import { canonicalJson } from '../../../domain/canonical';
import { selfScore } from '../../../domain/self-score';
import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { findingViews } from '../../../platform/http/problem';
import { capitalised } from '../../../platform/text/printable';
import { pagePath } from '../../../platform/views/address';
import { type PlacedMessage, type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { pointsInWords } from '../../awards/fact-words';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { sizeText } from '../../evidence/evidence-file.view';
import type { Preview } from '../../nominations/import.service';
import { entryFor } from '../../nominations/nomination.entry';
import type { Accepted } from '../../nominations/nomination.document';
import { roundDocument } from '../../nominations/round.document';
import { stateBadge } from '../../nominations/state.view';
import { withCommas } from '../form/controls';

const ACCEPT = '.xlsx';

/** The page of an import before a file is chosen, and again with all that is wrong with the file. */
export function importView(actor: Actor, open: OpenPhase, refusal: Refusal = noRefusal) {
  const { findings, detail } = refusal;
  return {
    ...commonView(actor, open),
    summary:
      detail === '' || findings.length > 0
        ? null
        : { title: message('import.refused'), items: [{ id: 'tep', text: detail }] },
    refused:
      findings.length > 0
        ? findingTable('loi', message('import.errors', { count: findings.length }), findings)
        : null,
    file: {
      id: 'tep',
      name: 'tep',
      label: message('import.file'),
      accept: ACCEPT,
      hint: message('import.file.hint'),
      required: true,
      errors: refusal.byField['tep'] ?? null,
    },
  };
}

/** What would be entered, row by row, with the document itself: confirmed, it is read again by all the rules. */
export function previewView(
  actor: Actor,
  open: OpenPhase,
  preview: Preview,
  { newUnits, mostMb }: { newUnits: readonly string[]; mostMb: number },
) {
  const { known, round, accepted, warnings } = preview;
  const document = accepted.length > 0 ? canonicalJson(roundDocument(known.campaign, round)) : null;
  const tooLarge = tooLargeText(document ?? '', mostMb);
  const rows = accepted.map((one) => ({ cells: rowCells(actor, open, one) }));
  const warned = findingViews(warnings);
  return {
    ...commonView(actor, open),
    list: {
      id: 'se-nhap',
      caption: message('import.rows', { count: accepted.length }),
      columns: ['code', 'name', 'set', 'self', 'evidence', 'state'].map((key) => ({
        label: message(`import.column.${key}`),
        ...((key === 'self' || key === 'evidence') && { number: true }),
      })),
      rows,
      empty: { title: message('import.none') },
    },
    warnings:
      warned.length > 0
        ? findingTable('luu-y', message('import.warnings', { count: warned.length }), warned)
        : null,
    newUnits: newUnits.length > 0 ? message('import.new-units', { units: newUnits.join('; ') }) : null,
    tooLarge,
    document: tooLarge === null ? document : null,
    confirm: message('import.confirm', { count: accepted.length }),
  };
}

/** The document comes back as one field of a form, which may be as large as a request may be. */
function tooLargeText(document: string, mostMb: number): string | null {
  const bytes = Buffer.byteLength(document);
  if (bytes < mostMb * 1024 * 1024) return null;
  return message('import.too-large', { size: sizeText(bytes), most: mostMb });
}

function commonView(actor: Actor, { campaign, phase }: OpenPhase) {
  const isOffice = may(actor, 'nomination.import');
  const action = pagePath('don-vi', 'nhap-excel', campaign.code, phase.code);
  return {
    head: {
      lead: `${phaseTitle(campaign, phase.code)}: ${campaign.title}`,
      crumbs: isOffice ? [] : [{ href: '/don-vi', label: message('board.title') }],
    },
    action,
    about: message(isOffice ? 'import.about.office' : 'import.about.unit'),
  };
}

function rowCells(actor: Actor, open: OpenPhase, one: Accepted) {
  const { nomination, criteriaSet } = one;
  const badge = stateBadge(entryFor(actor, open).stateOf(one).state);
  return [
    { text: nomination.code },
    { text: nomination.name, sub: nomination.unit },
    { text: criteriaSet.title },
    { text: selfText(open.campaign, one) },
    { text: String(nomination.evidence.length) },
    { text: badge.label, badge: badge.kind },
  ];
}

function selfText(campaign: Campaign, { nomination, criteriaSet }: Accepted): string {
  const { total, missing } = selfScore(campaign, criteriaSet, nomination);
  if (total !== null) return pointsInWords(total);
  return message('import.incomplete', { count: missing.length });
}

/** Findings by sheet and cell, in the order of the workbook. */
function findingTable(
  id: string,
  caption: string,
  findings: readonly Pick<PlacedMessage, 'sheet' | 'cell' | 'message'>[],
) {
  return {
    id,
    caption,
    columns: ['sheet', 'cell', 'finding'].map((key) => ({ label: message(`import.column.${key}`) })),
    rows: findings.map(({ sheet, cell, message: text }) => ({
      cells: [
        { text: sheet ?? message('import.whole') },
        { text: cell ?? '–' },
        { text: capitalised(withCommas(text)) },
      ],
    })),
    empty: { title: '' },
  };
}
