import { CAMPAIGN } from '../../support/cases';
import { PHASE } from '../../support/opened-phase';
import { pdf } from '../../evidence/support/files';
import { rsaKey } from '../../signing/support/keys';
import { blank, changed, unfolding } from '../../signing/support/odd-papers';
import { paper, signed } from '../../signing/support/paper';
import { type Heard, call, heardOn, tokenFor } from '../support/heard';
import type { OfficeWorld } from '../support/office';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>;

/** What comes back of one paper, which has a signed file already. */
interface Signed {
  content: Buffer;
  reason: string;
  isScan?: true;
  /** How many there were before it. */
  before: number;
}

const PAPER = 'submission/BK';
const FILES = `${PHASE}/papers/${PAPER}/signed-files`;
const KEY = rsaKey({ name: 'Trần Tùng Chuẩn', organisation: 'Sở Khoa học và Công nghệ' });

let papers = 0;

/** What no file that was sent says. */
function nextTitle(): string {
  papers += 1;
  return `To trinh ${papers}`;
}

async function fresh(): Promise<Buffer> {
  return signed(await paper(nextTitle()), KEY);
}

async function kept({ office }: OfficeWorld): Promise<number> {
  const { body } = await office.api.get(FILES).expect(200);
  return (body as { items: object[] }).items.length;
}

/** In order: signed, with a reason to take the place of the one that is there. */
async function sound(world: OfficeWorld, content?: Buffer): Promise<Signed> {
  if ((await kept(world)) === 0) await sendByApi(world, { content: await fresh(), reason: '', before: 0 });
  const before = await kept(world);
  return { content: content ?? (await fresh()), reason: 'Sai ngày ký', before };
}

function sendByApi({ office }: OfficeWorld, { content, reason, isScan }: Signed): Promise<Heard> {
  const sending = office.api.post(`${PHASE}/papers/${PAPER}/signed-file`);
  const asked = sending.query({ reason, ...(isScan && { scan: '1' }) });
  return call(asked.set('Content-Type', 'application/octet-stream').send(content));
}

async function sendOnPage({ office: { page } }: OfficeWorld, { content, reason, isScan }: Signed) {
  const token = await tokenFor(page);
  const sending = page.post(`/van-phong/ban-ky/${CAMPAIGN}/GD1/${PAPER}`).field('_csrf', token);
  if (isScan) sending.field('scan', '1');
  return heardOn(await sending.field('reason', reason).attach('file', content, 'to-trinh.pdf'));
}

function returned(
  about: About,
  broken: (world: OfficeWorld) => Promise<Signed>,
  mended: (world: OfficeWorld, sent: Signed) => Promise<Signed> | Signed = (world) => sound(world),
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Signed>({
    beside: 'file',
    ...about,
    broken,
    kept: mended,
    paths: {
      page: sendOnPage,
      api: sendByApi,
      bulk: 'papers come back one by one',
      import: 'a list brings nominations, and no papers',
    },
    effect: async (world, { before }) => (await kept(world)) - before,
    written: 1,
  });
}

/** Refused for what the file is. */
const unfit = (about: About, make: () => Promise<Buffer> | Buffer, mended?: Parameters<typeof returned>[2]) =>
  returned(about, async (world) => sound(world, await make()), mended);

export const SIGNED_PAPERS: Rule<OfficeWorld>[] = [
  unfit({ rule: 'what was signed is as it was signed', says: 'error.signed-paper-broken' }, async () =>
    changed(await fresh()),
  ),
  unfit({ rule: 'a copy to be signed comes back signed', says: 'error.signed-paper-unsigned' }, () =>
    paper(),
  ),
  unfit(
    { rule: 'a scan is said to be one', says: 'error.signed-paper-no-signature' },
    () => blank({ title: nextTitle() }),
    (_, sent) => ({ ...sent, isScan: true }),
  ),
  unfit({ rule: 'a signed file asks for no password', says: 'error.pdf-encrypted' }, () =>
    blank({ password: 'khoa' }),
  ),
  unfit({ rule: 'a signed file can be read', says: 'error.pdf-unreadable' }, () => pdf()),
  unfit(
    {
      rule: 'a signed file can be looked at in the memory that there is',
      says: 'error.signed-paper-too-heavy',
    },
    () => unfolding(24),
  ),
  returned(
    {
      rule: 'whoever replaces a signed file says why',
      says: 'error.signed-paper-reason-missing',
      beside: 'reason',
    },
    async (world) => ({ ...(await sound(world)), reason: ' ' }),
    (_, sent) => ({ ...sent, reason: 'Sai ngày ký' }),
  ),
  returned(
    { rule: 'a signed file is not replaced by itself', says: 'error.signed-paper-same' },
    async (world) => {
      const sent = await sound(world);
      await sendByApi(world, sent);
      return sent;
    },
  ),
];
