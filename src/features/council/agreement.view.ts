import type { Agreement, KendallW } from '../../domain/agreement';
import { compare, formatPoints, roundHalfUp } from '../../domain/points';
import { message } from '../../platform/messages/message';
import { sheetHref } from '../../platform/sheets/whole-list';
import type { PoolAgreement } from './agreement.queries';
import { pointsText } from './council.words';

/** For a program: spreads as decimal texts, W as a fraction. */
export function agreementView({ criteriaSet, agreement }: PoolAgreement) {
  const { spread, scorers, compared, kendallW } = agreement;
  const points = (value: Parameters<typeof roundHalfUp>[0]) => formatPoints(roundHalfUp(value, 1));
  return {
    criteriaSet,
    scorers,
    compared,
    kendallW: typeof kendallW === 'string' ? kendallW : `${kendallW.numerator}/${kendallW.denominator}`,
    spread: spread.map(({ nominee, scorers: count, min, max, range }) => ({
      nominee,
      scorers: count,
      min: points(min),
      max: points(max),
      range: points(range),
    })),
  };
}

/** For people: the widest spread first, and in plain words what the coefficient means. */
export function agreementPage(pools: readonly PoolAgreement[], session: { id: string; title: string }) {
  return {
    session: session.title,
    back: `/hoi-dong/${session.id}`,
    sheet: sheetHref(`/hoi-dong/${session.id}/thong-nhat`),
    pools: pools.map(({ criteriaSet, title, agreement, names }) => ({
      id: `nhom-${criteriaSet}`,
      title,
      meaning: meaningOf(agreement.kendallW),
      counted: message('council.agreement.counted', {
        scorers: agreement.scorers,
        compared: agreement.compared.length,
        scored: agreement.spread.length,
      }),
      rows: widestFirst(agreement).map(({ nominee, scorers, min, max, range }) => ({
        name: names.get(nominee) ?? nominee,
        code: nominee,
        scorers: String(scorers),
        min: pointsText(min),
        max: pointsText(max),
        range: pointsText(range),
      })),
    })),
  };
}

export function widestFirst({ spread }: Agreement): Agreement['spread'] {
  return spread.toSorted((a, b) => compare(b.range, a.range));
}

/** From here on scorers are said to agree well, and below that hardly: customary marks, no rule of the office. */
const STRONG = { n: 7n, d: 10n };
const WEAK = { n: 4n, d: 10n };

export function meaningOf(w: KendallW): string {
  if (w === 'too-few') return message('council.agreement.too-few');
  if (w === 'all-equal') return message('council.agreement.all-equal');
  const reaches = ({ n, d }: typeof STRONG) => w.numerator * d >= n * w.denominator;
  const level = reaches(STRONG) ? 'strong' : reaches(WEAK) ? 'middling' : 'weak';
  return message(`council.agreement.${level}`, {
    w: pointsText({ n: 100n * w.numerator, d: w.denominator }),
  });
}
