import type { Award } from '../../../domain/campaign';
import { explainOutcome } from '../../../domain/explanation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { type OwnResultView, ownOutcomeText, ownResultView } from '../../awards/own-result.view';
import type { RoundData } from './round-data';

/** What a unit may be told of a nomination of its own: an award and what became of it, a line each (law 7). */
export type Told = string[];

/** The outcome as it was published: `Bằng khen …: Không được tặng. Chưa đạt điểm sàn…` */
export function toldOf({ awards }: Pick<OwnResultView, 'awards'>): Told {
  return awards.map(({ award, label, text }) => line(award, `${label}. ${text}`));
}

/** The outcome as the round stands: by what people have decided or, as long as nothing is decided, by the rules alone. */
export function toldByRound(data: RoundData, code: string): Told {
  const awards = data.campaign.awards.toSorted((a, b) => a.tier - b.tier);
  if (!data.decisions?.length)
    return awards.map((award) => line(award.name, proposedText(data, code, award)));
  const own = data.decisions.filter(({ nomination }) => nomination === code);
  const open = own.filter(({ status }) => status === 'proposed').map(({ award }) => award);
  const { awards: told } = ownResultView(data, { code }, own);
  return told.map((each, at) =>
    open.includes(awards[at]?.code ?? '')
      ? line(each.award, message('dossier.notice.unconfirmed'))
      : line(each.award, `${each.label}. ${each.text}`),
  );
}

/** A place by the rules is no award yet: who decides is named, and no total of the next in line. */
function proposedText({ campaign, round, evaluation }: RoundData, code: string, award: Award): string {
  const outcome = evaluation.nominations.get(code)?.outcomes[award.code];
  if (outcome === undefined) return message('own-result.not-ranked');
  if (outcome === 'awarded') return message('dossier.notice.proposed', { decider: oneLine(award.decider) });
  return ownOutcomeText(explainOutcome(campaign, round, evaluation, code, award.code));
}

function line(award: string, text: string): string {
  return `${oneLine(award)}: ${oneLine(text)}`;
}
