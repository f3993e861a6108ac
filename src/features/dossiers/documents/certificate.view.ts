import type { Award } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { upper } from '../../../platform/text/printable';
import type { Wording } from '../papers/paper';
import { count } from '../words/formats';
import { recipientsOf } from './award-round';
import type { DecidedRound } from './decided-round';
import { dayOf, frame, signerOfHead, numberOf, ofPhase, organizer, quotedTitle } from './frame.view';
import { inProvince } from './full-names';
import { calledBy, whereFrom } from './recipient';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';

/** Giấy khen, a page for each recipient. What all of them share stands once. */
export interface CertificatesView {
  headings: Wording['headings'];
  /** With the province, as certificates have it: `GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HƯNG YÊN` */
  decider: string;
  /** `GIẤY KHEN` */
  form: string;
  achievement: string;
  decision: string;
  placeAndDate: string;
  signer: SignerView;
  recipients: CertificateView[];
}

interface CertificateView {
  name: string;
  detail: string;
  /** How large the name can be, so that any name stays inside the frame. */
  size: 'large' | 'medium' | 'small';
  /** How close everything stands, so that a page holds it all. */
  density: 'open' | 'dense' | 'tight';
  goldenBook: string;
}

/**
 * Of an award that the organizer gives itself, for everybody who still has it. The number in the golden book is the ordinal
 * in the decision. Number and day are those of the decision; so is the signer, unless the certificates have their own.
 */
export function certificatesView({ campaign, round, papers }: Papered, one: DecidedRound): CertificatesView {
  const issue = papers.issueOf('award-decision', one.award.code);
  const own = papers.issueOf('certificate', one.award.code);
  const { headings } = papers.wordingOf('certificate');
  const sender = organizer(campaign);
  const shared = {
    decider: upper(inProvince(campaign, one.award.decider)),
    form: formOf(one.award, headings.type ?? ''),
    achievement: message('dossier.certificate.achievement', {
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
  };
  const letters = Object.values(shared).join('').length;
  return {
    headings,
    ...shared,
    decision: message('dossier.certificate.decision', {
      number: numberOf(issue, 'QĐ', sender),
      day: dayOf(issue, round),
    }),
    placeAndDate: frame(campaign, round, sender, 'QĐ', issue).placeAndDate,
    signer: signerOf(own.signer ? own : issue, signerOfHead(campaign)),
    recipients: recipientsOf(one)
      .map((result, at) => ({ result, ordinal: at + 1 }))
      .filter(({ result }) => !one.revoked.has(result.nomination.code))
      .map(({ result, ordinal }) => certificateOf(result, ordinal, letters)),
  };
}

type Papered = Pick<RoundData, 'campaign' | 'round' | 'papers'>;

/** `Giấy khen của Giám đốc Sở …` is a GIẤY KHEN, in the words of the office; any other form by its own name. */
function formOf({ name }: Award, usual: string): string {
  const form = upper(name).replace(/ CỦA .*$/u, '');
  return form === 'GIẤY KHEN' ? usual : form;
}

const LARGE = { name: 45, detail: 110 };
const MEDIUM = { name: 110, detail: 220 };

/** Letters on one page, beside those of the signature. */
const OPEN = 450;
const DENSE = 1_200;

function certificateOf(result: NominationResult, ordinal: number, shared: number): CertificateView {
  const [name, detail] = [calledBy(result.nomination), whereFrom(result.nomination)];
  const letters = shared + name.length + detail.length;
  const fits = (limit: typeof LARGE) => name.length <= limit.name && detail.length <= limit.detail;
  return {
    name,
    detail,
    size: fits(LARGE) ? 'large' : fits(MEDIUM) ? 'medium' : 'small',
    density: letters <= OPEN ? 'open' : letters <= DENSE ? 'dense' : 'tight',
    goldenBook: message('dossier.certificate.golden-book', { ordinal: count(ordinal) }),
  };
}
