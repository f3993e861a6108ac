import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, fileCampaign } from '../support/opened-phase';
import { words } from '../support/printed-text';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { startApp } from '../support/start-app';

const PAPERS = `/van-phong/van-ban/${CAMPAIGN}/GD1`;
const UNITS = 45;

/** The worked round with one nominee of each of so many units. */
function roundOfManyUnits() {
  const round = nominationsOf('hung-yen');
  const one = round.nominations.find(({ code }) => code === 'CN-01');
  const nominations = Array.from({ length: UNITS }, (_, at) => {
    const number = String(at + 1).padStart(2, '0');
    return { ...one, code: `CN-${number}`, name: `Trần Văn ${number}`, unit: `Đơn vị ${number}` };
  });
  return { ...round, nominations, ballots: undefined, tieResolutions: undefined };
}

describeOnEachDatabase('the notices of a phase with many units', (db) => {
  let office: TestAgent;
  beforeAll(async () => {
    const api = await startApp(db);
    await fileCampaign(api.agent);
    await api.agent.post(`${PHASE}/imports`).send(roundOfManyUnits()).expect(201);
    office = await api.browser({ username: 'van-phong', groups: ['office'] });
  });

  const noticesAt = async (address: string) => {
    const { text } = await office.get(address).expect(200);
    const rows = [...text.matchAll(/<th scope="row">([^<]*Đơn vị \d\d)<\/th>/g)];
    return { text, units: rows.map(([, name]) => name?.slice(-2)) };
  };
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'));

  it('are shown a page at a time, with a way to the others', async () => {
    const first = await noticesAt(PAPERS);
    expect(first.units).toEqual(numbers(1, 25));
    expect(words(first.text)).toContain('1–25 trong 45 thông báo');
    const next = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&#x3D;', '=');
    expect(next).toBe(`${PAPERS}?trang=2#thong-bao`);
    const second = await noticesAt(`${PAPERS}?trang=2`);
    expect(second.units).toEqual(numbers(26, 45));
    expect(second.text).toContain('<tbody id="thong-bao">');
    expect(words(second.text)).toContain('26–45 trong 45 thông báo');
  });

  it('are all in the sheet', async () => {
    const rows = rowsOf(await sheetAt(office, `${PAPERS}?dang=xlsx`));
    const notices = rows.flatMap((row) => /Đơn vị (\d\d)/.exec(Object.values(row).join(' '))?.[1] ?? []);
    expect(notices).toEqual(numbers(1, UNITS));
  });
});
