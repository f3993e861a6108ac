import { type Actor, isRecused, mayOn } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import { plainDay } from '../../../platform/text/vietnam-time';
import { fileHref, sizeText } from '../../evidence/evidence-file.view';
import { FILE_TYPES } from '../../evidence/file-type';
import { earlierForms } from '../../nominations/report/report-reader';
import type { Report } from '../../../domain/nomination';
import { phaseTitle } from '../../../domain/plan-names';
import type { MatterRow } from '../../nominations/matter.entity';
import type { Case } from './case.queries';
import { criterionLabel } from '../../campaigns/criterion-label';

interface EvidencePart {
  criterion: string;
  pieces: EvidencePiece[];
}

interface EvidencePiece {
  title: string;
  detail: string;
  /** Where its file is to be had. */
  href: string | null;
}

/** The pieces of evidence by criterion, in the order of the set. */
export function evidenceView(file: Case): EvidencePart[] {
  return file.set.criteria
    .map((each) => ({ criterion: criterionLabel(each), pieces: evidenceOn(file, each.code) }))
    .filter(({ pieces }) => pieces.length > 0);
}

/** What was given as evidence on one criterion. */
export function evidenceOn({ rows, files }: Pick<Case, 'rows' | 'files'>, code: string): EvidencePiece[] {
  return rows.evidence
    .filter(({ criterion }) => criterion === code)
    .map(({ id, title, document, file }) => {
      const kept = files.find(({ evidenceId }) => evidenceId === id);
      const told = kept ? [FILE_TYPES[kept.type].label, sizeText(kept.bytes), kept.uploadedBy] : [file];
      const detail = [document, ...told].filter(Boolean).join(' · ');
      return { title, detail, href: kept ? fileHref(kept.id) : null };
    });
}

interface EarlierView {
  form: string;
  when: string;
  decision: string;
}

/** What the nominee has received before: as the report tells it, and as it was recorded. */
export function earlierView({ rows, open }: Case): EarlierView[] {
  const { awards } = open.campaign;
  const told = earlierForms(JSON.parse(rows.nomination.report) as Report);
  return [
    ...told.map(({ form, year, decision, issuer }) => ({
      form,
      when: year,
      decision: [decision, issuer].filter(Boolean).join('; '),
    })),
    ...rows.awards.map(({ award, phase, decision }) => ({
      form: awards.find(({ code }) => code === award)?.name ?? award,
      when: phaseTitle(open.campaign, phase),
      decision: decision ?? '',
    })),
  ];
}

interface MatterView {
  id: string;
  kind: string;
  status: string;
  badge: 'warn' | 'ok' | 'bad';
  /** From when until when, by which document. */
  detail: string;
}

const BADGES = { pending: 'warn', cleared: 'ok', upheld: 'bad' } as const;

export function matterRowView({ id, kind, status, from, to, document }: MatterRow): MatterView {
  return {
    id,
    kind: message(`matter.name.${kind}`),
    status: message(`matter.status.${status}`),
    badge: BADGES[status],
    detail: [
      from === null ? '' : message('matter.from', { day: plainDay(from) }),
      to === null ? '' : message('matter.to', { day: plainDay(to) }),
      document === null ? message('matter.undocumented') : message('matter.by', { document }),
    ]
      .filter(Boolean)
      .join(', '),
  };
}

/** Null for whoever may not know that there is or is not any matter. */
export function mattersView(actor: Actor, { rows }: Case): MatterView[] | null {
  return mayOn(actor, 'matter.read', rows.nomination) ? rows.matters.map(matterRowView) : null;
}

/** Whether a member of the council is told to keep out of this one. */
export function isRecusedFrom(actor: Actor, { rows }: Case): boolean {
  return actor.groups.includes('council') && isRecused(actor, rows.nomination);
}
