import type { Campaign } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import { momentText } from '../../platform/text/vietnam-time';
import { errorSummary, fieldLabels, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { AmendmentLine, QuotaStanding } from '../campaigns/quota.queries';
import { quotaAddress } from './address';
import { poolName } from './awards.view';

/** The form of an amendment as it was typed. */
export interface TypedAmendment {
  award: string;
  criteriaSet: string;
  max: string;
  reason: string;
  document: string;
}

function nameOf(
  { awards, criteriaSets }: Campaign,
  { award, criteriaSet }: { award: string; criteriaSet: string },
) {
  const set = criteriaSets.find(({ code }) => code === criteriaSet);
  return {
    award: awards.find(({ code }) => code === award)?.name ?? award,
    pool: set ? poolName(set, criteriaSets) : criteriaSet,
  };
}

const plain = { href: null, sub: null, badge: null };

/** The quota lines of a phase as they stand, each with the way to its amendment. */
export function quotaRows({ campaign, phase }: OpenPhase, lines: readonly QuotaStanding[]) {
  return inPlanOrder(campaign, lines).map((line) => {
    const { award, pool } = nameOf(campaign, line);
    const query = new URLSearchParams({ hinhThuc: line.award, bo: line.criteriaSet });
    const sub = line.amended ? message('quota.amended') : null;
    return {
      mine: false,
      cells: [
        { ...plain, text: award },
        { ...plain, text: pool },
        { ...plain, text: placesText(line.max), sub },
        { ...plain, text: String(line.taken) },
        {
          ...plain,
          text: message('quota.amend'),
          href: `${quotaAddress(campaign.code, phase.code)}?${query.toString()}`,
        },
      ],
    };
  });
}

/** The highest award first, its pools as the plan names them. */
function inPlanOrder({ awards, criteriaSets }: Campaign, lines: readonly QuotaStanding[]): QuotaStanding[] {
  const tier = ({ award }: QuotaStanding) => awards.find(({ code }) => code === award)?.tier ?? 0;
  const place = (line: QuotaStanding) => criteriaSets.findIndex(({ code }) => code === line.criteriaSet);
  return lines.toSorted((a, b) => tier(a) - tier(b) || place(a) - place(b));
}

export function amendmentRows({ campaign }: OpenPhase, amendments: readonly AmendmentLine[]) {
  return amendments.map((line) => {
    const { award, pool } = nameOf(campaign, line);
    return {
      mine: false,
      cells: [
        { ...plain, text: award, sub: pool },
        { ...plain, text: message('quota.change', { from: placesText(line.from), to: line.to }) },
        { ...plain, text: line.reason, sub: line.document },
        { ...plain, text: line.by, sub: momentText(line.at) },
      ],
    };
  });
}

const FIELDS = ['max', 'reason', 'document'] as const;

export function amendmentSummary(refusal: Refusal) {
  return errorSummary(refusal, fieldLabels('quota.field', FIELDS));
}

function placesText(places: number | null): string {
  return places === null ? message('quota.unstated') : String(places);
}

/** Of the line as it stands now; null while no line is chosen. Where no number is stated the form makes up none. */
export function amendmentForm(
  { campaign }: OpenPhase,
  line: QuotaStanding | undefined,
  { typed, refusal }: { typed: TypedAmendment | null; refusal: Refusal },
) {
  if (!line) return null;
  const { award, pool } = nameOf(campaign, line);
  const now = line.max === null ? '' : String(line.max);
  const field = (name: (typeof FIELDS)[number], value: string) => ({
    ...formField(name, value, refusal),
    label: message(`quota.field.${name}`),
  });
  return {
    title: `${award}: ${pool}`,
    award: line.award,
    criteriaSet: line.criteriaSet,
    from: now,
    now: line.max === null ? message('quota.not-stated') : message('quota.now', { max: line.max }),
    max: field('max', typed?.max ?? now),
    reason: field('reason', typed?.reason ?? ''),
    document: field('document', typed?.document ?? ''),
  };
}

export const QUOTA_LISTS = {
  quotas: columns('award', 'pool', 'places', 'taken', 'act'),
  amendments: columns('line', 'change', 'reason', 'by'),
  none: { title: message('quota.none'), text: null, href: null, action: null },
  unamended: { title: message('quota.unamended'), text: null, href: null, action: null },
};

function columns(...names: string[]): { label: string; number: boolean; sort: null }[] {
  return names.map((name) => ({
    label: message(`quota.column.${name}`),
    number: name === 'places' || name === 'taken',
    sort: null,
  }));
}
