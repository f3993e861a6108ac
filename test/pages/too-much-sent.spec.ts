import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { UNIT, drafted } from '../evidence/support/form';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { importWorkedCase } from '../support/opened-phase';
import { formToken, startApp } from '../support/start-app';

const MEGABYTE = 1024 * 1024;
const MOST_FILES = 20;

describeOnEachDatabase('a file that is too large', (db) => {
  let unit: TestAgent;
  let office: TestAgent;
  let draft: string;
  beforeAll(async () => {
    const app = await startApp(db);
    await importWorkedCase(app.agent);
    const who = { username: 'don-vi', groups: ['unit' as const], unit: UNIT };
    [unit, office] = [
      await app.browser(who),
      await app.browser({ username: 'van-phong', groups: ['office'] }),
    ];
    draft = await drafted(await app.person(who), 'TT-31');
  });

  /** Sends the form of a page in the order of its fields, as a browser does. */
  async function send(
    agent: TestAgent,
    page: string,
    {
      fields = {},
      file,
      files = [2 * MEGABYTE + 1],
    }: { fields?: Record<string, string>; file: string; files?: number[] },
  ): Promise<Response> {
    const { text } = await agent.get(page).expect(200);
    const sending = agent.post(page).field('_csrf', formToken(text));
    const order = [...text.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
    const before = Object.entries(fields).filter(([name]) => order.indexOf(name) < order.indexOf(file));
    for (const [name, value] of before) sending.field(name, value);
    for (const [at, bytes] of files.entries())
      sending.attach(file, Buffer.alloc(bytes, '%'), `tep-${at}.pdf`);
    return sending;
  }

  const saidBeside = (html: string, field: string) =>
    new RegExp(`id="${field}-loi"><li>([^<]*)`).exec(html)?.[1] ?? `nothing beside ${field}`;
  const TOO_LARGE = 'Tệp quá lớn, mỗi tệp tối đa 2 MB.';

  it('is refused beside its field on the page of evidence, which keeps what was typed', async () => {
    const page = `/de-nghi/${draft}/minh-chung`;
    const fields = { criterion: 'b', title: 'Báo cáo kết quả', document: '15/BC' };
    const { status, text } = await send(unit, page, { fields, file: 'files' });
    expect([status, saidBeside(text, 'files')]).toEqual([413, TOO_LARGE]);
    expect(text).toContain('<a href="#files">');
    for (const kept of ['value="Báo cáo kết quả"', 'value="15/BC"', '<option value="b" selected>'])
      expect(text).toContain(kept);
    const many = Array.from({ length: MOST_FILES + 1 }, () => 10);
    const tooMany = await send(unit, page, { fields, file: 'files', files: many });
    expect([tooMany.status, saidBeside(tooMany.text, 'files')]).toEqual([
      413,
      'Mỗi lần chỉ gửi được tối đa 20 tệp.',
    ]);
  });

  it('is refused beside its field on the page of an import', async () => {
    const page = `/don-vi/nhap-excel/${CAMPAIGN}/GD1`;
    const { status, text } = await send(unit, page, { file: 'tep' });
    expect([status, saidBeside(text, 'tep')]).toEqual([413, TOO_LARGE]);
    const { text: none } = await send(unit, page, { file: 'tep', files: [] });
    expect(saidBeside(none, 'tep')).toContain('Hãy chọn tệp Excel');
  });

  it('is refused beside its field on the pages of a plan, with reason and text kept', async () => {
    const pasted = { definition: 'schema: thidua/campaign@1' };
    const created = await send(office, '/van-phong/ke-hoach', { fields: pasted, file: 'file' });
    expect([created.status, saidBeside(created.text, 'file')]).toEqual([413, TOO_LARGE]);
    expect(created.text).toContain(pasted.definition);
    const fields = { reason: 'Tỉnh giao thêm', ...pasted };
    const revised = await send(office, `/van-phong/ke-hoach/${CAMPAIGN}`, { fields, file: 'file' });
    expect([revised.status, saidBeside(revised.text, 'file')]).toEqual([413, TOO_LARGE]);
    for (const kept of Object.values(fields)) expect(revised.text).toContain(kept);
  });

  it('is refused beside its field on the page of a signed paper, with the tick kept', async () => {
    const page = `/van-phong/ban-ky/${CAMPAIGN}/GD1/submission/BK`;
    const { status, text } = await send(office, page, { fields: { scan: '1' }, file: 'file' });
    expect([status, saidBeside(text, 'file')]).toEqual([413, TOO_LARGE]);
    expect(text).toMatch(/name="scan"[^>]* checked/);
    const unsigned = await send(office, page, { file: 'file', files: [100] });
    expect(saidBeside(unsigned.text, 'file')).not.toContain('nothing beside');
  });
});
