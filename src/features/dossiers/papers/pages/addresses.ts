import { pagePath } from '../../../../platform/views/address';
import { unitKey } from '../../documents/notice.view';
import type { DocumentKind } from '../paper';

interface PhaseName {
  campaign: string;
  phase: string;
}

/** The papers of a phase. */
export function papersAddress({ campaign, phase }: PhaseName): string {
  return pagePath('van-phong', 'van-ban', campaign, phase);
}

/** Where number, day and signer of one paper are filled in. */
export function issueAddress(phase: PhaseName, kind: string, subject: string): string {
  return `${papersAddress(phase)}/${kind}/${encodeURIComponent(subject)}`;
}

/** The signed file of one paper, and its copy to be signed. */
export function signedPaperAddress(
  { campaign, phase }: PhaseName,
  { kind, subject }: { kind: string; subject: string },
): string {
  return pagePath('van-phong', 'ban-ky', campaign, phase, kind, subject);
}

/** The forms of a campaign, and how the office words them. */
export function wordingAddress(campaign: string, template?: string): string {
  const list = `/van-phong/mau-van-ban/${encodeURIComponent(campaign)}`;
  return template === undefined ? list : `${list}/${template}`;
}

/** The printed paper of an award. */
export function awardPdf({ campaign, phase }: PhaseName, kind: DocumentKind, award: string): string | null {
  const page = AWARD_PAGES[kind];
  const base = pagePath('lanh-dao', campaign, phase);
  return page === undefined ? null : `${base}/${page}/${encodeURIComponent(award)}`;
}

const AWARD_PAGES: Partial<Record<DocumentKind, string>> = {
  submission: 'to-trinh',
  'nominee-list': 'danh-sach',
  'award-decision': 'quyet-dinh-khen-thuong',
  certificate: 'giay-khen',
};

/** The printed review of a phase, of the kind that the plan gives it. */
export function reviewPdf({ campaign, phase }: PhaseName): string {
  return pagePath('lanh-dao', campaign, phase, 'bao-cao.pdf');
}

/** The printed notice to a unit. */
export function noticePdf({ campaign, phase }: PhaseName, unit: string): string {
  return pagePath('phong-trao', campaign, phase, 'thong-bao', unitKey(unit));
}

/** The printed paper of a session. */
export function sessionPdf(kind: DocumentKind, session: string): string | null {
  if (kind === 'minutes') return `/hoi-dong/${session}/bien-ban.pdf`;
  return kind === 'invitation' ? `/hoi-dong/${session}/giay-moi.pdf` : null;
}
