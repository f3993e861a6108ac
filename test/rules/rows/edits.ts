import { API } from '../../support/opened-phase';
import { sendDraft } from '../../support/unit-clerk';
import { ONE_OR_LIST } from '../support/content';
import { call, heardOn } from '../support/heard';
import { type OfficeWorld, draft, newCode, partOf } from '../support/office';
import { type Rule, rule } from '../support/rule';

const NEW_ONLY = 'a list brings new nominations, and edits none';

interface Edit {
  id: string;
  seen: number;
  plain: object;
}

/** An edit of a nomination that is there. */
function edited(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'onPage' | 'beside'>,
  acts: Pick<Rule<OfficeWorld, Edit>, 'broken' | 'kept'>,
  page?: string,
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Edit>({
    ...about,
    ...acts,
    paths: {
      page:
        page ??
        (async ({ unit }, { id, seen }) =>
          heardOn(await sendDraft(unit, id, { name: NEW_NAME, version: String(seen) }))),
      api: ({ unit }, { id, seen, plain }) => {
        const request = unit.api.put(`${API}/nominations/${id}`);
        return call((Number.isNaN(seen) ? request : request.set('If-Match', `"v${seen}"`)).send(plain));
      },
      bulk: ONE_OR_LIST,
      import: NEW_ONLY,
    },
    effect: ({ unit }, { id }) => partOf(unit, id, ['name']),
    written: NEW_NAME,
  });
}

const NEW_NAME = 'Tổ một cửa liên thông';
const inOrder = (sent: Edit): Edit => ({ ...sent, seen: 1, plain: { name: NEW_NAME } });

export const EDITS: Rule<OfficeWorld>[] = [
  edited(
    {
      rule: 'nobody writes over what another has changed meanwhile',
      says: 'error.stale-edit',
      onPage: 'draft.conflict',
    },
    {
      broken: async ({ unit }) => {
        const id = await draft(unit);
        await unit.api
          .put(`${API}/nominations/${id}`)
          .set('If-Match', '"v1"')
          .send({ members: 5 })
          .expect(200);
        return { id, seen: 1, plain: { name: NEW_NAME } };
      },
      kept: (_, sent) => ({ ...sent, seen: 2 }),
    },
  ),
  edited(
    { rule: 'an edit says which version it changes', says: 'error.if-match-missing' },
    {
      broken: async ({ unit }) => ({ id: await draft(unit), seen: NaN, plain: { name: NEW_NAME } }),
      kept: (_, sent) => inOrder(sent),
    },
    'the form carries the version that it was opened with',
  ),
  edited(
    { rule: 'the code of a nomination stays', says: 'error.nomination-code-fixed' },
    {
      broken: async ({ unit }) => ({ id: await draft(unit), seen: 1, plain: { code: newCode() } }),
      kept: (_, sent) => inOrder(sent),
    },
    'the form shows the code, and does not ask for it',
  ),
  edited(
    { rule: 'an edit changes no state', says: 'error.nomination-state-fixed' },
    {
      broken: async ({ unit }) => ({ id: await draft(unit), seen: 1, plain: { state: 'withdrawn' } }),
      kept: (_, sent) => inOrder(sent),
    },
    'the form does not ask for the state: steps have pages of their own',
  ),
];
