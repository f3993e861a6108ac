import { message } from '../../platform/messages/message';
import type { Page } from '../../platform/http/page';
import { findingViews } from '../../platform/http/problem';
import { sheetHref } from '../../platform/sheets/whole-list';
import { dayText } from '../../platform/text/vietnam-time';
import { formField } from '../../platform/views/form-field';
import { type Refusal, placeText } from '../../platform/views/refusal-view';
import type { CampaignRow } from '../campaigns/campaign.entity';
import type { VersionLine } from '../campaigns/campaign.queries';
import { acceptedCampaign } from '../campaigns/definition';
import { planAddress } from './address';
import type { TitledPhase } from './plan.queries';

/** What was typed into the form of a plan; a file cannot be given back, its text can. */
export interface TypedPlan {
  definition: string;
  reason: string;
}

/** A longer text would only make the page slow: it is mended in its file. */
const LONGEST_SHOWN = 60_000;

export function planForm({ definition, reason }: TypedPlan, refusal: Refusal) {
  const shown = definition.length <= LONGEST_SHOWN ? definition : '';
  return {
    refused: refusal.detail,
    problems: refusal.findings.map(({ message: text, place }) => ({ text, place })),
    file: formField('file', '', refusal),
    definition: formField('definition', shown, refusal),
    reason: formField('reason', reason, refusal),
  };
}

/** All versions of a plan, the newest first, and which phases stay on which. */
export function versionsPage(
  row: CampaignRow,
  versions: Page<VersionLine>,
  { newest, running }: { newest: string; running: readonly TitledPhase[] },
) {
  return {
    head: { lead: row.title, crumbs: [{ href: '/phong-trao', label: message('campaign.list') }] },
    heading: message('plan.versions'),
    address: planAddress(row.code),
    warnings: warningsOf(newest),
    sheet: sheetHref(planAddress(row.code)),
    versions: versions.items.map((line) => versionShown(row, line, running)),
    stays: running.some(({ version }) => version !== row.version),
  };
}

export type VersionShown = ReturnType<typeof versionShown>;

/** One version, and the phases that stay on it. */
export function versionShown(
  { code }: CampaignRow,
  { version, reason, createdAt, sha256 }: VersionLine,
  running: readonly TitledPhase[],
) {
  return {
    label: message('plan.version', { plan: version }),
    href: `${planAddress(code)}/${version}`,
    day: dayText(createdAt),
    reason: reason === '' ? message('plan.first') : reason,
    hash: sha256.slice(0, 12),
    phases: running
      .filter((each) => each.version === version)
      .map(({ title }) => title)
      .join(', '),
  };
}

/** What a person should know of the newest plan although it was accepted. */
function warningsOf(source: string): { text: string; place: string }[] {
  const { warnings } = acceptedCampaign(source);
  return findingViews(warnings).map((finding) => ({ text: finding.message, place: placeText(finding) }));
}
