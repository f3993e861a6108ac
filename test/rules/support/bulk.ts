import { CAMPAIGN } from '../../support/cases';
import { PHASE } from '../../support/opened-phase';
import { plainText } from '../../support/plain-text';
import { type Heard, tokenFor } from './heard';
import type { Doors, Step, Taken } from './office';

interface Answer {
  code?: string;
  detail?: string;
  items?: { taken: boolean; refusal: string | null }[];
}

/**
 * One step with one nomination of many, as the office does it: looked at on the page and by the API, then done. All must say
 * the same of it; only for a reason the look does not ask yet.
 */
export async function bulk(office: Doors, step: Step, sent: Taken): Promise<Heard> {
  const looked = await send(office, step, sent, { dryRun: true });
  const shown = await onPage(office, step, sent, { dryRun: true });
  const done = await send(office, step, sent, { dryRun: false });
  if (!done.isWhole) expect([done, shown]).toEqual([looked, expect.stringContaining(looked.says)]);
  else expect(await onPage(office, step, sent, { dryRun: false })).toContain(done.says);
  return { status: done.status, says: done.says };
}

type Way = { dryRun: boolean };

async function send({ api }: Doors, step: Step, { id, reason }: Taken, { dryRun }: Way) {
  const sent = { step, nominations: [id], dryRun, reason };
  const { status, body } = await api.post(`${PHASE}/steps`).send(sent);
  const { items = [], detail = '' } = body as Answer;
  const [item] = items;
  return { status: item?.refusal ? 422 : status, says: item?.refusal ?? detail, isWhole: detail !== '' };
}

async function onPage({ page }: Doors, step: Step, { id, reason }: Taken, { dryRun }: Way): Promise<string> {
  const fields = { 'phong-trao': CAMPAIGN, 'giai-doan': 'GD1', buoc: step, chon: id, reason };
  const confirmed = dryRun ? {} : { 'xac-nhan': '1' };
  const sent = { _csrf: await tokenFor(page), ...fields, ...confirmed };
  const { text } = await page.post('/van-phong/hang-loat').type('form').send(sent);
  return plainText(text);
}
