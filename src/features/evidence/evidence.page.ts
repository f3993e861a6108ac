import type { EntityManager } from 'typeorm';
import { type Actor, mayOn } from '../../domain/access';
import type { Criterion } from '../../domain/campaign';
import { MOST_FILES } from '../../platform/http/uploads';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { openPhaseById } from '../campaigns/phase.queries';
import { visibleNomination } from '../nominations/nomination.scope';
import { usesOf } from './duplicate-file.queries';
import { type PieceWithFile, evidenceWithFiles } from './evidence-file.queries';
import { evidenceItems, sizeText } from './evidence-file.view';
import { bytesOfUnit } from './evidence-quota';
import type { PieceText } from './evidence-file.service';

/** Endings for the file dialogue; what a file is its content decides. */
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';
const MEGABYTE = 1024 * 1024;
const LONGEST_LABEL = 110;

/** What the form holds: what was typed before it was refused, or a criterion that the address names. */
export interface EvidenceForm extends Partial<PieceText> {
  refusal?: Refusal;
}

interface Limits {
  maxUploadMb: number;
  maxUnitMb: number;
}

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
    groups: groupsOf(criteria, pieces, (own) =>
      evidenceItems(own, { uses, ...(writes && { removable: address }) }),
    ),
    form: writes ? formOf(criteria, form, await bytesOfUnit(reader, row)) : null,
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
  items: (own: PieceWithFile[]) => T[],
) {
  return criteria
    .map((criterion) => ({
      heading: labelOf(criterion),
      needed: criterion.evidence === 'required',
      files: items(pieces.filter(({ piece }) => piece.criterion === criterion.code)),
    }))
    .filter(({ needed, files }) => needed || files.length > 0)
    .map(({ heading, needed, files }) => ({
      heading,
      files,
      missing: needed && files.length === 0,
      empty: 'Tiêu chí này bắt buộc có minh chứng: chưa có minh chứng thì khi thẩm định được 0 điểm.',
    }));
}

function formOf(
  criteria: readonly Criterion[],
  {
    criterion = '',
    title = '',
    document = '',
    refusal = noRefusal,
    limits,
  }: EvidenceForm & { limits: Limits },
  taken: number,
) {
  const errors = (field: string) => refusal.byField[field] ?? [];
  const { maxUploadMb, maxUnitMb } = limits;
  const choices = criteria.filter(({ role }) => role !== 'gate');
  return {
    notice: refusal.findings.length === 0 ? refusal.detail : '',
    problems: refusal.findings.map(({ field, message }) => ({ id: field, text: message })),
    criterion: {
      id: 'criterion',
      name: 'criterion',
      label: 'Tiêu chí',
      required: true,
      blank: 'Chọn tiêu chí',
      errors: errors('criterion'),
      hint: '',
      options: choices.map((each) => ({
        value: each.code,
        label: labelOf(each),
        selected: each.code === criterion,
      })),
    },
    files: {
      id: 'files',
      name: 'files',
      label: 'Tệp',
      accept: ACCEPT,
      multiple: true,
      required: false,
      maxBytes: maxUploadMb * MEGABYTE,
      errors: errors('files'),
      hint:
        `PDF, PNG, JPEG, DOCX hoặc XLSX; mỗi tệp tối đa ${maxUploadMb} MB, mỗi lần tối đa ${MOST_FILES} tệp. ` +
        `Đơn vị đã dùng ${sizeText(taken)} trong ${maxUnitMb} MB.`,
    },
    title: textField('title', 'Tên minh chứng', title, errors('title'), {
      hint: 'Có tệp mà để trống thì lấy tên tệp.',
    }),
    document: textField('document', 'Số, ký hiệu văn bản', document, errors('document'), {
      hint: 'Ví dụ 15/BC-SKHCN. Văn bản giấy không có tệp thì ghi tên và số văn bản.',
    }),
  };
}

function textField(id: string, label: string, value: string, errors: string[], { hint }: { hint: string }) {
  return { id, name: id, label, value, errors, hint, required: false };
}

/** `1. Số sáng kiến được công nhận…`. */
function labelOf({ code, text }: Criterion): string {
  const label = `${code}. ${text}`;
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).trimEnd()}…` : label;
}
