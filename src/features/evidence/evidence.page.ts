import type { EntityManager } from 'typeorm';
import { type Actor, mayOn } from '../../domain/access';
import type { Criterion } from '../../domain/campaign';
import { openPhaseById } from '../campaigns/phase.queries';
import { visibleNomination } from '../nominations/nomination.scope';
import { usesOf } from './duplicate-file.queries';
import { type PieceWithFile, evidenceWithFiles } from './evidence-file.queries';
import { evidenceItems } from './evidence-file.view';
import { type EvidenceForm, type Limits, evidenceForm, labelOf } from './evidence-form.view';
import { bytesOfUnit } from './evidence-quota';

/** The model of the evidence page of one nomination. Throws `nomination-not-found`. */
export async function evidencePage(
  reader: EntityManager,
  actor: Actor,
  id: string,
  form: EvidenceForm & { limits: Limits },
) {
  const row = await visibleNomination(reader, actor, id, 'evidence.read');
  const { campaign } = await openPhaseById(reader, row.phaseId);
  const criteria = campaign.criteriaSets.find(({ code }) => code === row.criteriaSet)?.criteria ?? [];
  const pieces = await evidenceWithFiles(reader, id);
  const uses = await usesOf(reader, actor, hashesOf(pieces));
  const address = `/de-nghi/${id}/minh-chung`;
  const writes = mayOn(actor, 'evidence.write', row);
  return {
    head: { heading: 'Minh chứng', lead: `${row.code} · ${row.name}`, crumbs: crumbsOf(id, row.code) },
    address,
    write: mayOn(actor, 'nomination.write', row) ? `/de-nghi/${id}/soan` : null,
    groups: groupsOf(criteria, pieces, address, (own) =>
      evidenceItems(own, { uses, ...(writes && { removable: address }) }),
    ),
    // Sent by a colleague meanwhile, it has no form any more that could say so.
    refused: writes ? '' : (form.refusal?.detail ?? ''),
    form: writes
      ? evidenceForm(criteria, form, { taken: await bytesOfUnit(reader, row), limits: form.limits })
      : null,
  };
}

function crumbsOf(id: string, code: string) {
  return [{ href: `/de-nghi/${id}`, label: `Hồ sơ ${code}` }];
}

function hashesOf(pieces: readonly PieceWithFile[]): string[] {
  return [...new Set(pieces.flatMap(({ file }) => (file ? [file.sha256] : [])))];
}

/** Criteria that have evidence, and those that must have some, in the order of the plan. */
function groupsOf<T>(
  criteria: readonly Criterion[],
  pieces: readonly PieceWithFile[],
  address: string,
  items: (own: PieceWithFile[]) => T[],
) {
  return criteria
    .map((criterion) => ({
      code: criterion.code,
      heading: labelOf(criterion),
      add: `${address}?tieu-chi=${encodeURIComponent(criterion.code)}#criterion`,
      needed: criterion.evidence === 'required',
      files: items(pieces.filter(({ piece }) => piece.criterion === criterion.code)),
    }))
    .filter(({ needed, files }) => needed || files.length > 0)
    .map((group) => ({
      ...group,
      missing: group.files.length === 0,
      empty: 'Tiêu chí này bắt buộc có minh chứng: chưa có minh chứng thì khi thẩm định được 0 điểm.',
    }));
}
