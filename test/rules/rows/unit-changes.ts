import { API } from '../../support/opened-phase';
import { form } from '../support/heard';
import { type OfficeWorld, newCode } from '../support/office';
import { type Rule, rule } from '../support/rule';

const ON_THE_PAGE = 'units are merged on the page alone, which tells before what will follow';

/** A unit that becomes part of another. */
interface Merge {
  id: string;
  into: string;
  name: string;
}

async function newUnit({ admin }: OfficeWorld): Promise<{ id: string; name: string }> {
  const sent = { name: `Phòng ${newCode()}` };
  const { body } = await admin.api.post(`${API}/units`).send(sent).expect(201);
  return body as { id: string; name: string };
}

async function sound(world: OfficeWorld): Promise<Merge> {
  return { ...(await newUnit(world)), into: (await newUnit(world)).id };
}

function merged(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: (sent: Merge) => Partial<Merge>,
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Merge>({
    ...about,
    broken: async (world) => {
      const sent = await sound(world);
      return { ...sent, ...wrong(sent) };
    },
    kept: sound,
    paths: {
      page: ({ admin }, { id, into }) => {
        const sent = { into, reason: 'Sắp xếp tổ chức', 'xac-nhan': '1' };
        return form(admin.page, `/quan-tri/don-vi/${id}/gop`, sent);
      },
      api: ON_THE_PAGE,
      bulk: ON_THE_PAGE,
      import: ON_THE_PAGE,
    },
    effect: async ({ admin }, { name }) => {
      const { body } = await admin.api.get(`${API}/units`).query({ q: name, size: 200 }).expect(200);
      return (body as { items: { name: string }[] }).items.filter((each) => each.name === name);
    },
    written: [],
  });
}

export const MERGES: Rule<OfficeWorld>[] = [
  merged({ rule: 'a unit that is not there is not merged', says: 'error.unit-not-found' }, () => ({
    id: 'khong-co',
  })),
  merged({ rule: 'no unit is merged into one that is not there', says: 'error.unit-not-found' }, () => ({
    into: 'khong-co',
  })),
  merged(
    { rule: 'a unit is merged into some other', says: 'error.unit-merge-target-missing', beside: 'into' },
    () => ({
      into: '',
    }),
  ),
  merged(
    { rule: 'no unit is merged into itself', says: 'error.unit-merge-same', beside: 'into' },
    ({ id }) => ({
      into: id,
    }),
  ),
];
