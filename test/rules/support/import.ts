import { CAMPAIGN } from '../../support/cases';
import { API } from '../../support/opened-phase';
import type { TestApp } from '../../support/start-app';
import { type Tables, filledWorkbook } from '../../support/unit-workbook';
import { type Heard, call, heardOn, tokenFor } from './heard';
import type { Doors } from './office';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list of nominations as a workbook, or in the document form of the files. */
export type List = { tables: Tables } | { document: object };

/** Where a list goes. */
export interface Into {
  campaign?: string;
  phase?: string;
}

/**
 * Takes in a list: looked at on the page, then sent to the API. Both must find the same; the page names the cell of what is
 * wrong in a workbook.
 */
export async function importList(
  app: TestApp,
  { page, api }: Doors,
  list: List,
  into: Into = {},
): Promise<Heard> {
  const { campaign = CAMPAIGN, phase = 'GD1' } = into;
  const bytes = await bytesOf(app, list);
  const token = await tokenFor(page);
  const look = page.post(`/don-vi/nhap-excel/${campaign}/${phase}`).field('_csrf', token);
  const looked = heardOn(await look.attach('tep', bytes, 'De nghi.xlsx'));
  const type = 'tables' in list ? XLSX : 'application/json';
  const sending = api.post(`${API}/campaigns/${campaign}/phases/${phase}/imports`).set('Content-Type', type);
  const done = await call(sending.send('tables' in list ? bytes : list.document));
  expect(looked.status).toBe(done.status < 400 ? 200 : done.status);
  for (const sentence of sentencesIn(done)) expect(asRead(looked.says)).toContain(sentence);
  if ('tables' in list && done.codes?.some((code) => code.startsWith('finding.')))
    expect(looked.says).toMatch(/\b[A-Z]{1,2}\d+\b/);
  return done;
}

async function bytesOf(app: TestApp, list: List): Promise<Buffer> {
  return 'tables' in list ? filledWorkbook(app, list.tables) : Buffer.from(JSON.stringify(list.document));
}

/** Of several findings the page needs no sentence above them. */
function sentencesIn({ says }: Heard): string[] {
  const [whole = '', ...findings] = asRead(says).split('\n');
  return findings.length > 0 ? findings : [whole].filter(Boolean);
}

/** A page writes numbers as people do, and begins sentences with a capital. */
function asRead(text: string): string {
  return text.toLowerCase().replace(/(\d)\.(?=\d)/g, '$1,');
}
