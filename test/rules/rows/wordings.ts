import { CAMPAIGN } from '../../support/cases';
import { API } from '../../support/opened-phase';
import { wordingFields } from '../../support/wording-fields';
import { call, form } from '../support/heard';
import type { OfficeWorld } from '../support/office';
import { type Path, type Rule, rule } from '../support/rule';

/** The căn cứ of a form of papers, as an office words them. */
interface Wording {
  template: string;
  seen: number;
  grounds: string;
}

const FORM_PAGES = `/van-phong/mau-van-ban/${CAMPAIGN}`;
/** Each path has a form of its own, so that none has been worded before. */
const FORMS: Record<Path, string> = {
  page: 'to-trinh',
  api: 'quyet-dinh-tang-giay-khen',
  bulk: '',
  import: '',
};
const SOUND = { seen: 0, grounds: 'Căn cứ Quy chế làm việc của Sở' };

function worded(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: Partial<Wording>,
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Wording>({
    ...about,
    broken: (_, path) => ({ template: FORMS[path], ...SOUND, ...wrong }),
    kept: async (world, _, path) => {
      const template = FORMS[path];
      return { template, ...SOUND, seen: await versionOf(world, template) };
    },
    paths: {
      page: async ({ office: { page } }, { template, seen, grounds }) => {
        const { text } = await page.get(`${FORM_PAGES}/${FORMS.page}`).expect(200);
        const fields = { ...wordingFields(text), version: seen, grounds };
        return form(page, `${FORM_PAGES}/${template}`, fields);
      },
      api: ({ office }, { template, seen, grounds }) => {
        const sending = office.api.put(`${API}/campaigns/${CAMPAIGN}/document-templates/${template}`);
        return call(sending.set('If-Match', `"v${seen}"`).send({ grounds: [grounds] }));
      },
      bulk: 'forms are worded one by one',
      import: 'a list brings nominations, and words no form',
    },
    effect: async (world, { template, seen }) => (await versionOf(world, template)) - seen,
    written: 1,
  });
}

async function versionOf({ office }: OfficeWorld, template: string): Promise<number> {
  const url = `${API}/campaigns/${CAMPAIGN}/document-templates/${template}`;
  const { body } = await office.api.get(url).expect(200);
  return (body as { version: number }).version;
}

export const WORDINGS: Rule<OfficeWorld>[] = [
  worded(
    { rule: 'an office words forms that there are', says: 'error.document-template-not-found' },
    { template: 'khong-co' },
  ),
  worded({ rule: 'nobody writes over the wording of another', says: 'error.stale-edit' }, { seen: 99 }),
];
