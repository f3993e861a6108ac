import { API } from '../../support/opened-phase';
import { docm, pdf } from '../../evidence/support/files';
import { type Heard, call, heardOn, tokenFor } from '../support/heard';
import { type OfficeWorld, draft } from '../support/office';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>;

const ONE_BY_ONE = 'files are sent to one nomination at a time';
const NO_LIST = 'a list names documents; files are sent on their own';

/** A file for a nomination: on the page with a piece of evidence of its own, by the API for one that is there. */
interface File {
  id: string;
  evidence: string;
  content: Buffer;
  criterion: string;
}

async function piece({ unit }: OfficeWorld, id: string): Promise<string> {
  const sent = { criterion: 'a', title: 'Báo cáo' };
  const { body } = await unit.api.post(`${API}/nominations/${id}/evidence`).send(sent).expect(201);
  return (body as { id: string }).id;
}

async function ready(world: OfficeWorld, content = pdf()): Promise<File> {
  const id = await draft(world.unit);
  return { id, evidence: await piece(world, id), content, criterion: 'a' };
}

/** Of one form. */
const MOST_FILES = 20;

const MANY = rule<OfficeWorld, File & { count: number }>({
  rule: 'no more files come with one form than it takes',
  says: 'error.too-many-files',
  beside: 'files',
  broken: async (world) => ({ ...(await ready(world)), count: MOST_FILES + 1 }),
  kept: (_, sent) => ({ ...sent, count: MOST_FILES }),
  paths: {
    page: async ({ unit: { page } }, { id, count }) => {
      const token = await tokenFor(page);
      const sending = page.post(`/de-nghi/${id}/minh-chung`).field('_csrf', token).field('criterion', 'a');
      for (let at = 1; at <= count; at += 1) sending.attach('files', pdf(`${id} ${at}`), `bao-cao-${at}.pdf`);
      return heardOn(await sending);
    },
    api: 'the API takes one file with one request',
    bulk: ONE_BY_ONE,
    import: NO_LIST,
  },
  effect: async (world, { id }) => filesOf(world, id),
  written: MOST_FILES,
});

async function filesOf({ unit: { api } }: OfficeWorld, id: string): Promise<number> {
  const { body } = await api.get(`${API}/nominations/${id}/evidence-files`).expect(200);
  return (body as { total: number }).total;
}

async function sendOnPage({ unit: { page } }: OfficeWorld, { id, content, criterion }: File): Promise<Heard> {
  const token = await tokenFor(page);
  const sending = page.post(`/de-nghi/${id}/minh-chung`).field('_csrf', token).field('criterion', criterion);
  return heardOn(await sending.attach('files', content, 'bao-cao.pdf'));
}

function attachByApi({ unit: { api } }: OfficeWorld, { id, evidence, content }: File): Promise<Heard> {
  const url = `${API}/nominations/${id}/evidence/${evidence}/file?name=bao-cao.pdf`;
  return call(api.post(url).set('Content-Type', 'application/octet-stream').send(content));
}

function filed(about: About, broken: Rule<OfficeWorld, File>['broken'], page?: string): Rule<OfficeWorld> {
  return rule<OfficeWorld, File>({
    ...about,
    broken,
    kept: (world) => ready(world),
    paths: {
      page: page ?? sendOnPage,
      api: attachByApi,
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async (world, { id }) => filesOf(world, id),
    written: 1,
  });
}

/** A PDF of so many bytes. */
function pdfOf(bytes: number, seed: string): Buffer {
  const body = Buffer.alloc(bytes, ' ');
  pdf(seed).copy(body);
  body.write('%%EOF', bytes - 5);
  return body;
}

const MEGABYTE = 1024 * 1024;
/** What the files of one unit may take here: one that is as large as a file may be, alone. */
export const ROOM_MB = 2;

export const EVIDENCE: Rule<OfficeWorld>[] = [
  MANY,
  filed(
    { rule: 'a file goes to a piece of evidence that there is', says: 'error.evidence-not-found' },
    async (world) => ({ ...(await ready(world)), evidence: 'khong-co' }),
    'the page makes a piece of evidence for each file that is sent',
  ),
  filed(
    { rule: 'a file is no larger than the limit', says: 'error.file-too-large', beside: 'files' },
    (world) => ready(world, pdfOf(2 * MEGABYTE + 1, 'lớn')),
  ),
  filed(
    {
      rule: 'a file is of a kind that is taken, whatever it calls itself',
      says: 'finding.file-type-not-allowed',
      beside: 'files',
    },
    (world) => ready(world, Buffer.from('MZ\u0090\u0000'.repeat(50))),
  ),
  filed({ rule: 'a file holds no macros', says: 'finding.file-with-macros', beside: 'files' }, (world) =>
    ready(world, docm()),
  ),
  filed(
    { rule: 'a nomination that the office has is not added to', says: 'error.not-in-this-state' },
    async (world) => {
      const id = await draft(world.unit);
      const evidence = await piece(world, id);
      await world.unit.api.post(`${API}/nominations/${id}/submission`).expect(201);
      return { id, evidence, content: pdf(), criterion: 'a' };
    },
  ),
  filed(
    { rule: 'a piece of evidence has one file', says: 'error.evidence-file-exists' },
    async (world) => {
      const file = await ready(world);
      await attachByApi(world, { ...file, content: pdf('khác') });
      return file;
    },
    'the page makes a piece of evidence for each file that is sent',
  ),
  filed(
    {
      rule: 'the files of a unit have their room, and no more',
      says: 'error.unit-quota-full',
      beside: 'files',
    },
    async (world) => {
      await attachByApi(world, await ready(world));
      return ready(world, pdfOf(ROOM_MB * MEGABYTE, 'đầy'));
    },
  ),
];
