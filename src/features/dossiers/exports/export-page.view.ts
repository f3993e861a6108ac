import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import { pagePath } from '../../../platform/views/address';
import type { OpenPhase } from '../../campaigns/phase.queries';
import type { ExportJobRow } from './export-job.entity';
import {
  contentText,
  exportBadge,
  findingLines,
  hasFile,
  outcomeText,
  progressOf,
  sizeText,
} from './export.view';

/** The page of one export; `before` as in `progressOf`. */
export function exportPage(job: ExportJobRow, open: OpenPhase, before: number) {
  const address = `/xuat-ho-so/${job.id}`;
  const ended = job.endedAt !== null;
  const { done, total, text } = progressOf(job, before);
  return {
    head: {
      heading: contentText(job, open.campaign),
      lead: phaseLead(open),
      crumbs: [
        { href: '/xuat-ho-so', label: message('export.door') },
        { href: phaseAddress(open), label: phaseTitle(open.campaign, open.phase.code) },
      ],
      badge: exportBadge(job),
    },
    address,
    back: phaseAddress(open),
    progress: ended ? null : { done: String(done), total: String(Math.max(total, 1)), text },
    download: hasFile(job) ? `${address}/tep` : null,
    outcome: outcomeText(job),
    failed: job.state === 'failed',
    stale: staleText(job, open),
    findings: findingLines(job),
    facts: factsOf(job),
  };
}

/** Numbers on paper must be told from those on the screen, once they are no longer the same. */
function staleText({ dataAt, inputVersion, state }: ExportJobRow, { phase }: OpenPhase): string {
  if (state !== 'done' || dataAt === null || phase.inputVersion === inputVersion) return '';
  return message('export.stale', { at: momentText(dataAt) });
}

function factsOf(job: ExportJobRow) {
  const facts = [
    { label: message('export.fact.by'), text: job.createdBy },
    { label: message('export.fact.at'), text: momentText(job.createdAt) },
    job.dataAt ? { label: message('export.fact.data'), text: momentText(job.dataAt) } : null,
    job.endedAt ? { label: message('export.fact.ended'), text: momentText(job.endedAt) } : null,
    job.kilobytes ? { label: message('export.fact.size'), text: sizeText(job.kilobytes) } : null,
    job.sha256 ? { label: 'SHA-256', text: job.sha256 } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

export function phaseAddress({ campaign, phase }: OpenPhase): string {
  return pagePath('xuat-ho-so', campaign.code, phase.code);
}

export function phaseLead(open: OpenPhase): string {
  return `${open.campaign.title} – ${phaseTitle(open.campaign, open.phase.code)}`;
}
