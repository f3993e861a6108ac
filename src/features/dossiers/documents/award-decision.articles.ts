import type { Campaign, Day } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { capitalised, enumerated, oneLine } from '../../../platform/text/printable';
import { punctuated } from '../words/citation';
import { numberInWords } from '../words/number-words';
import { type AwardRound, SUBJECTS, recipientsOf } from './award-round';
import { type AwardBonus, awardBonus, bonusSource, dong, times } from './bonus.view';
import { office, ofPhase, quotedTitle } from './frame.view';
import { presented } from './recipient';
import { countsOf } from './submission.view';

/** `Điều 1.` in bold, its text, and what it lists. */
export interface Article {
  label: string;
  text: string;
  items: string[];
}

/** Whom it is given to, the money and who pays it, who carries it out. */
export function decisionArticles(
  campaign: Campaign,
  round: Round,
  one: AwardRound,
  { day, hasList }: { day: Day; hasList: boolean },
): { articles: Article[]; last: Article } {
  const facts = {
    award: oneLine(one.award.name),
    counts: countsOf(one),
    kinds: kindsOf(one),
    title: quotedTitle(campaign),
    phase: ofPhase(campaign, round),
    organizer: oneLine(campaign.organizer.name),
    office: office(campaign).name,
  };
  const article = (number: number, key: string): Article => ({
    label: message('dossier.decision.article', { number }),
    text: message(`dossier.decision.${key}`, facts),
    items: [],
  });
  const given = article(1, hasList ? 'given.list' : 'given');
  return {
    articles: [
      hasList ? given : { ...given, items: namedIn(one) },
      { ...article(2, 'money'), text: moneyOf(campaign, one, day) },
    ],
    last: article(3, 'duty'),
  };
}

/** `tập thể, cá nhân`, of those that there are. */
function kindsOf({ pools }: AwardRound): string {
  return SUBJECTS.filter((subject) =>
    pools.some(({ set, recipients }) => set.subject === subject && recipients.length > 0),
  )
    .map((subject) => message(`dossier.kind.${subject}`))
    .join(', ');
}

/** The number of each is that of the golden book. */
function namedIn(one: AwardRound): string[] {
  return punctuated(recipientsOf(one).map(({ nomination }, at) => `${at + 1}. ${presented(nomination)}`));
}

/** Blank where the amount is not known; the decider pays (Luật 06/2022/QH15 Điều 11.4). */
function moneyOf({ organizer }: Campaign, one: AwardRound, day: Day): string {
  const payer = oneLine(organizer.name);
  const bonus = awardBonus(one, day);
  if (!bonus) return message('dossier.decision.money.unknown', { payer });
  return message('dossier.decision.money', {
    shares: enumerated(sharesOf(bonus)),
    source: bonusSource(one),
    total: dong(bonus.total),
    words: capitalised(numberInWords(bonus.total)),
    payer,
  });
}

/** With the sum that the law gives before it is rounded up to 10,000 đ (NĐ 152/2025/NĐ-CP Điều 49.2). */
function sharesOf({ shares, salary }: AwardBonus): string[] {
  return shares.map(({ subject, multiple, amount, unrounded }) =>
    message(unrounded === amount * 100 ? 'dossier.decision.share' : 'dossier.decision.share.rounded', {
      kind: message(`dossier.kind.${subject}`),
      amount: dong(amount),
      multiple: times(multiple),
      salary: dong(salary),
      exact: dong(unrounded / 100),
    }),
  );
}
