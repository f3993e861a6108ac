import type { Criterion } from '../../domain/campaign';
import { MOST_FILES } from '../../platform/http/uploads';
import { errorSummary } from '../../platform/views/form-field';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { sizeText } from './evidence-file.view';
import type { PieceText } from './evidence-file.service';
import { criterionTitle } from '../campaigns/criterion-label';

/** Endings for the file dialogue; what a file is its content decides. */
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';
const MEGABYTE = 1024 * 1024;
const LONGEST_LABEL = 110;

/** What the form holds: what was typed before it was refused, or a criterion that the address names. */
export interface EvidenceForm extends Partial<PieceText> {
  refusal?: Refusal;
}

export interface Limits {
  maxUploadMb: number;
  maxUnitMb: number;
}

/** The form that adds evidence; `taken` are the bytes of the unit's files so far. */
export function evidenceForm(
  criteria: readonly Criterion[],
  form: EvidenceForm,
  { taken, limits }: { taken: number; limits: Limits },
) {
  const { title = '', document = '', refusal = noRefusal } = form;
  const errors = (field: string) => refusal.byField[field] ?? [];
  return {
    problems: errorSummary(refusal, { ...LABELS, files: '' }).items,
    criterion: criterionField(criteria, form.criterion, errors('criterion')),
    files: filesField(taken, limits, errors('files')),
    title: textField('title', LABELS.title, title, errors('title'), TITLE_HINT),
    document: textField('document', LABELS.document, document, errors('document'), DOCUMENT_HINT),
  };
}

/** Of the fields, but for the files: a sentence about a file names it. */
const LABELS = { criterion: 'Tiêu chí', title: 'Tên minh chứng', document: 'Số, ký hiệu văn bản' };
const TITLE_HINT = 'Có tệp mà để trống thì lấy tên tệp.';
const DOCUMENT_HINT = 'Ví dụ 15/BC-SKHCN. Văn bản giấy không có tệp thì ghi tên và số văn bản.';

/** Gates ask for no evidence (spec §1). */
function criterionField(criteria: readonly Criterion[], chosen: string | undefined, errors: string[]) {
  return {
    ...field('criterion', LABELS.criterion, errors, ''),
    required: true,
    blank: 'Chọn tiêu chí',
    options: criteria
      .filter(({ role }) => role !== 'gate')
      .map((each) => ({ value: each.code, label: labelOf(each), selected: each.code === chosen })),
  };
}

function filesField(taken: number, { maxUploadMb, maxUnitMb }: Limits, errors: string[]) {
  const hint =
    `PDF, PNG, JPEG, DOCX hoặc XLSX; mỗi tệp tối đa ${maxUploadMb} MB, mỗi lần tối đa ${MOST_FILES} tệp. ` +
    `Đơn vị đã dùng ${sizeText(taken)} trong ${maxUnitMb} MB.`;
  return {
    ...field('files', 'Tệp', errors, hint),
    accept: ACCEPT,
    multiple: true,
    maxBytes: maxUploadMb * MEGABYTE,
  };
}

function textField(id: string, label: string, value: string, errors: string[], hint: string) {
  return { ...field(id, label, errors, hint), value };
}

function field(id: string, label: string, errors: string[], hint: string) {
  return { id, name: id, label, errors, hint, required: false };
}

/** `Tiêu chí 1: Số sáng kiến được công nhận…`. */
export function labelOf(criterion: Criterion): string {
  const label = criterionTitle(criterion);
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '')}…` : label;
}
