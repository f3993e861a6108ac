import type { Campaign } from '../../domain/campaign';
import { awardName } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { type FormBody, formList } from '../../platform/views/form';
import type { Refusal } from '../../platform/views/refusal-view';
import { questionText } from './council.words';
import { type Asked, questionOf } from './item.queries';
import { problemsOf } from './problems';
import { marksOf } from './session-page.view';
import type { Vote } from './voting.service';

/** The name of a field of a voting paper. */
function fieldOf(item: string): string {
  return `phieu-${item}`;
}

/** The marks that were made, question by question. */
export function votesIn(body: FormBody, papers: readonly Asked[]): Vote[] {
  return papers.map(({ item }) => ({ item: item.id, marks: formList(body, fieldOf(item.id)) }));
}

/** A voting paper: one question after the other, with what was marked before it was refused. */
export function paperView(campaign: Campaign, papers: readonly Asked[], body: FormBody, refusal: Refusal) {
  return {
    questions: papers.map((asked) => questionView(campaign, asked, body, refusal)),
    problems: problemsOf(refusal, (field) =>
      field.startsWith('votes.') ? fieldOf(field.slice('votes.'.length)) : null,
    ),
  };
}

function questionView(campaign: Campaign, asked: Asked, body: FormBody, { byField }: Refusal) {
  const { item } = asked;
  const { most } = questionOf(item);
  const chosen = formList(body, fieldOf(item.id));
  return {
    href: item.nominationId ? `/de-nghi/${item.nominationId}` : null,
    method: message(`council.method.${item.method}`),
    choices: {
      id: fieldOf(item.id),
      name: fieldOf(item.id),
      label: labelOf(campaign, asked),
      hint: item.tie ? message('council.paper.run-off', { most }) : null,
      many: item.tie !== null && most > 1,
      look: item.tie ? null : 'inline',
      options: marksOf(asked).map(({ value, label }) => ({ value, label, checked: chosen.includes(value) })),
      errors: byField[`votes.${item.id}`] ?? null,
      required: true,
    },
  };
}

/** What is asked, as a paper words it. */
export function labelOf(campaign: Campaign, asked: Asked): string {
  return message('council.paper.question', {
    number: asked.item.ordinal,
    question: questionText(asked),
    award: awardName(campaign, asked.item.award),
  });
}
