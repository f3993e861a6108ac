import { Workbook } from '@cj-tech-master/excelts';
import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { asBytes } from '../support/sheet-of';
import { type TestApp, formToken, startApp } from '../support/start-app';
import { type Clerk, ANOTHER_UNIT, UNIT, begin, clerk, fieldsIn } from '../support/unit-clerk';
import { type Tables, filledWorkbook } from '../support/unit-workbook';

const AT = `/don-vi/nhap-excel/${CAMPAIGN}/GD1`;

describeOnEachDatabase('a workbook of a unit', (db) => {
  let app: TestApp;
  let an: Clerk;

  beforeAll(async () => {
    app = await startApp(db);
    await openWorkedPhase(app.agent);
    an = await clerk(app, 'nv.an', UNIT, 'Nguyễn Văn An');
  });

  const filled = (tables: Tables) => filledWorkbook(app, tables);

  async function look({ page }: Clerk, bytes: Buffer) {
    const { text } = await page.get(AT).expect(200);
    return page.post(AT).field('_csrf', formToken(text)).attach('tep', bytes, 'Đề nghị.xlsx');
  }

  /** As a browser does, in the way that the form names. */
  const confirm = ({ page }: Clerk, text: string) => {
    const fields = { _csrf: formToken(text), 'noi-dung': fieldsIn(text)['noi-dung'] ?? '' };
    const sending = page.post(`${AT}/ghi`);
    return /<form [^>]*\/ghi" enctype="multipart\/form-data"/.test(text)
      ? sending.field(fields)
      : sending.type('form').send(fields);
  };

  /** So many nominations with full reports: about twenty thousand bytes each. */
  const reported = (letter: string, count: number) => {
    const codes = Array.from({ length: count }, (_, at) => `${letter}-${at}`);
    const text = 'Rút ngắn thời gian xử lý hồ sơ cho người dân và doanh nghiệp. '.repeat(45);
    return filled({
      [SET]: codes.map((code) => ({ code, name: `Tổ ${code}` })),
      achievements: codes.flatMap((nomination) =>
        ['a', 'b', 'c', 'd', 'đ'].map((criterion) => ({ nomination, criterion, text })),
      ),
    });
  };

  /** Everything that the tables hold of this, and the audit. */
  async function stored() {
    const { reader } = db.unitOfWork;
    const tables = [
      'nomination',
      'evidence',
      'score_sheet',
      'nomination_step',
      'audit_event',
      'unit',
      'phase',
    ];
    return Promise.all(tables.map((table) => reader.query(`SELECT * FROM "${table}" ORDER BY 1`)));
  }

  /** What the first sheet of the template says. */
  async function instructions(agent: TestAgent): Promise<string> {
    const answer = await agent.get(`${AT}/tep-mau`).buffer(true).parse(asBytes).expect(200);
    const workbook = new Workbook();
    await workbook.xlsx.load(answer.body as Buffer);
    const [sheet] = workbook.worksheets;
    const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, at) => sheet?.getCell(at + 1, 2).text);
    return rows.join('\n');
  }

  /** The cells of the first table of a page, without what stands below in small letters. */
  function cellsIn(text: string): string[] {
    const table = text.slice(text.indexOf('<table'), text.indexOf('</table>'));
    return [...table.matchAll(/<(?:th scope="row"|td[^>]*)>(.*?)<\/(?:th|td)>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<span class="sub">.*?<\/span>/g, '')
        .replace(/<[^>]+>/g, '')
        .trim(),
    );
  }

  const SET = `set:tap-the`;
  const row = { code: 'X-1', name: 'Tổ một cửa', 'self:a': 18.5, 'self:b': '17,5' };

  it('tells a unit of the sheets that it sees, and everybody where to send it', async () => {
    const office = await app.browser({ username: 'van-phong', groups: ['office'] });
    const [ofUnit, ofOffice] = [await instructions(an.page), await instructions(office)];
    expect(ofUnit).toContain('gửi lên ở trang “Nhập đề nghị từ Excel”');
    expect(ofUnit).not.toMatch(/Đợt xét|thẩm định|Phiếu bầu|đồng hạng|Xử lý bằng điểm|npx/);
    expect(ofOffice).toContain('gửi lên ở trang “Nhập đề nghị từ Excel”');
    expect(ofOffice).toContain('Đợt xét');
    expect(ofOffice).not.toContain('npx');
  });

  it('is looked at without a trace, then gives drafts', async () => {
    const bytes = await filled({
      [SET]: [row, { code: 'X-2', name: 'Tổ văn thư' }],
      evidence: [{ nomination: 'X-1', criterion: 'a', title: 'Báo cáo', document: '1/BC' }],
    });
    const before = await stored();
    const { status, text } = await look(an, bytes);
    expect(status).toBe(200);
    expect(await stored()).toEqual(before);
    expect(cellsIn(text)).toEqual(
      [
        ['PKHTC.X-1', 'Tổ một cửa', 'Tiêu chí đối với tập thể', 'thiếu 4 tiêu chí', '1', 'Đang soạn'],
        ['PKHTC.X-2', 'Tổ văn thư', 'Tiêu chí đối với tập thể', 'thiếu 6 tiêu chí', '0', 'Đang soạn'],
      ].flat(),
    );
    const { headers } = await confirm(an, text).expect(303);
    expect(headers.location).toBe('/don-vi');
    const { body } = await an.api.get(`${PHASE}/nominations?q=X`);
    const found = body.items.filter(({ code }: { code: string }) => code.startsWith('PKHTC.X-'));
    expect(found.map(({ code, unit, state }: Record<string, string>) => [code, unit, state])).toEqual([
      ['PKHTC.X-1', UNIT, 'draft'],
      ['PKHTC.X-2', UNIT, 'draft'],
    ]);
    const again = await confirm(an, text).expect(422);
    expect(again.text).toContain('giai đoạn này đã có đề nghị mang mã “PKHTC.X-1”'.replace('g', 'G'));
  });

  it('is refused with every fault by sheet and cell, and nothing goes in', async () => {
    const bytes = await filled({
      [SET]: [
        { code: 'Y-1', name: 'Tổ một', 'self:a': 25, 'self:b': 'mười' },
        { code: 'Y-1', name: 'Tổ hai', unit: ANOTHER_UNIT },
        { code: 'Y-3', name: 'Tổ ba', 'appraisal:a': 10 },
      ],
      evidence: [{ nomination: 'Y-9', criterion: 'a', title: 'Không của ai' }],
    });
    const before = await stored();
    const { status, text } = await look(an, bytes);
    expect(status).toBe(422);
    expect(text).toContain('Chưa nhập gì.');
    expect(text).toContain('Điểm 25 vượt điểm tối đa 20');
    expect(cellsIn(text)).toEqual(
      [
        ['Tiêu chí đối với tập thể', 'I3', 'Điểm 25 vượt điểm tối đa 20'],
        ['Tiêu chí đối với tập thể', 'K3', 'Cần một số (như 18 hoặc 18,5), nhưng gặp “mười”'],
        ['Tiêu chí đối với tập thể', 'A4', 'Mã “PKHTC.Y-1” đã được dùng ở trên'],
        ['Minh chứng', 'A3', 'Không có hồ sơ “Y-9”'],
      ].flat(),
    );
    expect(await stored()).toEqual(before);
  });

  it('may say nothing that is not the unit’s, at the page and at the API', async () => {
    const bytes = await filled({
      [SET]: [
        { code: 'Z-1', name: 'Tổ hai', unit: ANOTHER_UNIT },
        { code: 'Z-2', name: 'Tổ ba', 'appraisal:a': 10 },
      ],
      matters: [{ nomination: 'Z-2', kind: 'complaint', status: 'pending' }],
    });
    const { status, text } = await look(an, bytes);
    expect(status).toBe(422);
    expect(text).toContain(`Đơn vị chỉ lập đề nghị cho chính mình (${UNIT}), ở đây ghi “${ANOTHER_UNIT}”`);
    expect(text.match(/Phần này không do đơn vị ghi/g)).toHaveLength(2);
    const one = { code: 'Z-3', subject: 'collective', name: 'Tổ', unit: ANOTHER_UNIT };
    const sent = { schema: 'thidua/nominations@1', nominations: [one] };
    const { body } = await an.api.post(`${PHASE}/imports`).send(sent).expect(422);
    expect(body.findings.map(({ code }: { code: string }) => code)).toEqual(['another-unit']);
  });

  it('asks for a file, and for one that it can read', async () => {
    const { text } = await an.page.get(AT);
    const none = await an.page
      .post(AT)
      .type('form')
      .send({ _csrf: formToken(text) })
      .expect(422);
    expect(none.text).toContain('Hãy chọn tệp Excel');
    expect((await look(an, Buffer.from('không phải bảng tính'))).status).toBe(422);
  });

  it('is read again when it is confirmed: a code that was taken meanwhile is told', async () => {
    const { text } = await look(an, await filled({ [SET]: [{ code: 'W-1', name: 'Tổ' }] }));
    await begin(an, 'W-1');
    const { status, text: told } = await confirm(an, text);
    expect(status).toBe(422);
    expect(told).toContain('đã có đề nghị mang mã “PKHTC.W-1”');
  });

  it('goes in whenever it could be looked at, or the page says that it is too large before anybody confirms', async () => {
    const fits = await look(an, await reported('L', 40));
    const document = fieldsIn(fits.text)['noi-dung'] ?? '';
    expect(new URLSearchParams({ document }).toString().length).toBeGreaterThan(1024 * 1024);
    expect((await confirm(an, fits.text)).status).toBe(303);

    const { status, text } = await look(an, await reported('M', 70));
    expect([status, fieldsIn(text)['noi-dung']]).toEqual([200, undefined]);
    expect(text).toMatch(/Nội dung đọc được từ tệp là 1,\d\sMB, vượt mức 1 MB [^<]*Hãy chia bảng Excel/);
    expect(text).not.toContain('class="button button-primary"');
  });

  it('loses none of ten units that import in the same minute', async () => {
    const units = Array.from({ length: 10 }, (_, index) => `Đơn vị nhập ${index + 1}`);
    const clerks: Clerk[] = [];
    for (const [index, unit] of units.entries()) clerks.push(await clerk(app, `nhap-${index}`, unit));
    const pages = await Promise.all(
      clerks.map(async (each, index) =>
        look(each, await filled({ [SET]: [{ code: `N-${index}`, name: 'Tổ' }] })),
      ),
    );
    const answers = await Promise.all(pages.map(({ text }, index) => confirm(clerks[index] as Clerk, text)));
    expect(answers.map(({ status }) => status)).toEqual(units.map(() => 303));
    const rows = await db.unitOfWork.reader.sql<{ code: string }[]>`
      SELECT "code" FROM "nomination" WHERE "code" LIKE '%.N-%'`;
    expect(rows).toHaveLength(units.length);
  });

  it('of the office counts at once, and names the units that it would add', async () => {
    const page = await app.browser({ username: 'van-phong', groups: ['office'] });
    const office: Clerk = { page, api: app.agent };
    const { text } = await look(
      office,
      await filled({ [SET]: [{ ...row, code: 'O-1', unit: 'Đơn vị mới tinh' }] }),
    );
    expect(text).toContain('Tệp nêu đơn vị chưa có trong hệ thống, nhập thì sẽ thêm: Đơn vị mới tinh.');
    await confirm(office, text).expect(303);
    const { body } = await app.agent.get(`${PHASE}/nominations?q=O-1`);
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual(['submitted']);
    expect((await app.agent.get(`${API}/units?q=moi tinh`)).body.total).toBe(1);
  });
});
