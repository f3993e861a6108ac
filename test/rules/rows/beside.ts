import { API } from '../../support/opened-phase';
import { call, form } from '../support/heard';
import { type OfficeWorld, standing } from '../support/office';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>;

const ONE_BY_ONE = 'the office writes beside one nomination at a time';
const NO_LIST = 'a list holds what the nominations say, not what the office writes beside them';

/** What the office writes beside a nomination, by the names of its fields. */
interface Written {
  id: string;
  said: Record<string, string>;
}

function beside(
  [page, route]: [page: string, route: string],
  about: About,
  sound: Record<string, string>,
  wrong: Record<string, string>,
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Written>({
    ...about,
    broken: async (world) => ({ id: await standing(world, 'accepted'), said: { ...sound, ...wrong } }),
    kept: (_, sent) => ({ ...sent, said: sound }),
    paths: {
      page: ({ office }, { id, said }) => form(office.page, `/de-nghi/${id}/${page}`, said),
      api: ({ office }, { id, said }) =>
        call(office.api.post(`${API}/nominations/${id}/${route}`).send(said)),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async ({ office }, { id }) => {
      const { body } = await office.api.get(`${API}/nominations/${id}/${route}`).expect(200);
      return (body as { items: object[] }).items.length;
    },
    written: 1,
  });
}

const note = (about: About, wrong: Record<string, string>) =>
  beside(['ghi-chu', 'notes'], about, { about: 'a', text: 'Cần đối chiếu với báo cáo quý III' }, wrong);

const ANSWER = { agency: 'Thuế tỉnh', result: 'clear', document: 'Số 15/CV' };
const confirmation = (about: About, wrong: Record<string, string>) =>
  beside(['dieu-kien/xac-nhan', 'confirmations'], about, ANSWER, wrong);

export const BESIDE: Rule<OfficeWorld>[] = [
  note({ rule: 'a note says something', says: 'error.text-missing', beside: 'text' }, { text: ' ' }),
  note(
    { rule: 'a note is no treatise', says: 'error.text-too-long', beside: 'text' },
    { text: 'Dài '.repeat(1300) },
  ),
  note(
    { rule: 'a note is about a criterion that there is', says: 'error.criterion-unknown' },
    { about: 'z' },
  ),
  confirmation(
    { rule: 'a confirmation is of an agency', says: 'error.agency-missing', beside: 'xac-nhan-agency' },
    { agency: ' ' },
  ),
  confirmation(
    {
      rule: 'an agency has a name of usual length',
      says: 'error.agency-too-long',
      beside: 'xac-nhan-agency',
    },
    { agency: 'Cơ quan '.repeat(40) },
  ),
  confirmation(
    {
      rule: 'a confirmation has a result',
      says: 'error.confirmation-result-unknown',
      beside: 'xac-nhan-result',
    },
    { result: 'có lẽ' },
  ),
  confirmation(
    { rule: 'a confirmation is of a day that there is', says: 'error.day-invalid', beside: 'xac-nhan-date' },
    { date: '2026-02-30' },
  ),
  confirmation(
    { rule: 'what an agency answered is no treatise', says: 'error.text-too-long' },
    { remark: 'Dài '.repeat(1300) },
  ),
];
