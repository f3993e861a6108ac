import type { Award } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { upper } from '../../../platform/text/printable';
import { count } from '../words/formats';
import { recipientsOf } from './award-round';
import { type CertificateScale, type CertificateTexts, fitted } from './certificate-scale';
import type { DecidedRound } from './decided-round';
import { dayOf, frame, signerOfHead, numberOf, ofPhase, organizer, quotedTitle } from './frame.view';
import { inProvince } from './full-names';
import { calledBy, whereFrom } from './recipient';
import type { RoundData } from './round-data';
import { signerOf } from './signer.view';

/** Giấy khen, a page for each recipient. */
export interface CertificatesView {
  recipients: CertificateView[];
}

type CertificateView = CertificateTexts & CertificateScale;

/**
 * Of an award that the organizer gives itself, for everybody who still has it. The number in the golden book is the ordinal
 * in the decision. Number and day are those of the decision; so is the signer, unless the certificates have their own.
 */
export function certificatesView({ campaign, round, papers }: Papered, one: DecidedRound): CertificatesView {
  const issue = papers.issueOf('award-decision', one.award.code);
  const own = papers.issueOf('certificate', one.award.code);
  const { headings } = papers.wordingOf('certificate');
  const sender = organizer(campaign);
  const { authority, name: signer } = signerOf(own.signer ? own : issue, signerOfHead(campaign));
  const shared = {
    // With the province, as certificates have it: `GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HƯNG YÊN`.
    decider: upper(inProvince(campaign, one.award.decider)),
    give: headings.give ?? '',
    form: formOf(one.award, headings.type ?? ''),
    achievement: message('dossier.certificate.achievement', {
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    decision: message('dossier.certificate.decision', { number: numberOf(issue, 'QĐ', sender) }),
    day: dayOf(issue, round),
    placeAndDate: frame(campaign, round, sender, 'QĐ', issue).placeAndDate,
    authority,
    signer,
  };
  return {
    recipients: recipientsOf(one)
      .map((result, at) => ({ result, ordinal: at + 1 }))
      .filter(({ result }) => !one.revoked.has(result.nomination.code))
      .map(({ result: { nomination }, ordinal }) =>
        fitted({
          ...shared,
          name: calledBy(nomination),
          detail: whereFrom(nomination),
          goldenBook: message('dossier.certificate.golden-book', { ordinal: count(ordinal) }),
        }),
      ),
  };
}

type Papered = Pick<RoundData, 'campaign' | 'round' | 'papers'>;

/** `Giấy khen của Giám đốc Sở …` is a GIẤY KHEN, in the words of the office; any other form by its own name. */
function formOf({ name }: Award, usual: string): string {
  const form = upper(name).replace(/ CỦA .*$/u, '');
  return form === 'GIẤY KHEN' ? usual : form;
}
