import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase } from '../support/opened-phase';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the dossiers of a phase', (db) => {
  let api: TestApp;
  let ids: Map<string, string>;
  beforeAll(async () => {
    api = await startApp(db);
    ids = await importWorkedCase(api.agent);
  });

  const pdf = async (url: string) => {
    const { body, headers } = await api.agent
      .get(url)
      .buffer(true)
      .expect(200)
      .expect('Content-Type', 'application/pdf');
    return { bytes: body as Buffer, name: headers['content-disposition'] as string };
  };

  it('hold a PDF for a nomination, the same bytes each time', async () => {
    const url = `${API}/nominations/${ids.get('TT-01')}/dossier`;
    const first = await pdf(url);
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.name).toBe('inline; filename="TT-01.pdf"');
    expect((await pdf(url)).bytes.equals(first.bytes)).toBe(true);
  });

  it.each(['submission', 'nominee-list'])('hold the %s of an award', async (document) => {
    const { bytes } = await pdf(`${PHASE}/awards/BK/${document}`);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are given to whoever is logged in at a browser with the right, as to a program', async () => {
    const office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const unit = await api.browser({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    for (const [path, document] of [
      ['to-trinh', 'submission'],
      ['danh-sach', 'nominee-list'],
      ['quyet-dinh-khen-thuong', 'award-decision'],
    ]) {
      const page = `/lanh-dao/${CAMPAIGN}/GD1/${path}/GK`;
      const { body } = await office
        .get(page)
        .buffer(true)
        .expect(200)
        .expect('Content-Type', 'application/pdf');
      expect((await pdf(`${PHASE}/awards/GK/${document}`)).bytes.equals(body as Buffer)).toBe(true);
      expect((await unit.get(page)).status).toBe(403);
    }
  });

  it('are given as Word files at the same addresses, to the same people, and kept by nobody on the way', async () => {
    const office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const unit = await api.browser({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    const leader = `/lanh-dao/${CAMPAIGN}/GD1`;
    for (const [page, program, name] of [
      [`/de-nghi/${ids.get('TT-01')}/ho-so.pdf`, `${API}/nominations/${ids.get('TT-01')}/dossier`, 'TT-01'],
      [`${leader}/to-trinh/BK`, `${PHASE}/awards/BK/submission`, 'to-trinh'],
      [`${leader}/danh-sach/BK`, `${PHASE}/awards/BK/nominee-list`, 'danh-sach'],
    ]) {
      const { body, headers } = await office.get(`${page}?dang=docx`).responseType('blob').expect(200);
      expect(headers).toMatchObject({
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'content-disposition': `attachment; filename="${name}.docx"`,
        'cache-control': 'private, no-store',
      });
      expect((body as Buffer).subarray(0, 2).toString()).toBe('PK');
      const same = await api.agent.get(`${program}?dang=docx`).responseType('blob').expect(200);
      expect((same.body as Buffer).equals(body as Buffer)).toBe(true);
      expect([403, 404]).toContain((await unit.get(`${page}?dang=docx`)).status);
    }
  });

  it('have no other form than these two', async () => {
    for (const form of ['odt', 'DOCX', '', 'pdf&dang=docx'])
      expect((await api.agent.get(`${PHASE}/awards/BK/submission?dang=${form}`)).body).toMatchObject({
        status: 400,
        code: 'paper-form-unknown',
      });
  });

  it('give a list in portrait to whoever asks for it, and in no other way', async () => {
    const list = `${PHASE}/awards/BK/nominee-list`;
    const wide = await pdf(list);
    expect((await pdf(`${list}?huong=ngang`)).bytes.equals(wide.bytes)).toBe(true);
    expect((await pdf(`${list}?huong=dung`)).bytes.equals(wide.bytes)).toBe(false);
    const { status, body } = await api.agent.get(`${list}?huong=cheo`);
    expect([status, body.code]).toEqual([422, 'paper-orientation-unknown']);
  });

  it('give a list as a workbook with the columns that are printed, to those who may print it', async () => {
    const office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const unit = await api.browser({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    const page = `/lanh-dao/${CAMPAIGN}/GD1/danh-sach/BK?dang=xlsx`;
    const rows = rowsOf(await sheetAt(office, page));
    expect(rows.map((row) => row['Họ và tên, tên tập thể'])).toEqual([
      'I. Tập thể',
      'Phòng Quản lý Khoa học',
      'Phòng Quản lý Công nghệ và Chuyển đổi số',
      'II. Cá nhân',
      'Bà Nguyễn Thị Hoài An',
      'Bà Lê Thu Đào',
    ]);
    expect(rows.at(-1)).toEqual({
      STT: '2',
      'Họ và tên, tên tập thể': 'Bà Lê Thu Đào',
      'Chức vụ': 'Kiểm soát viên',
      'Đơn vị': 'Chi cục Tiêu chuẩn Đo lường Chất lượng, Sở Khoa học và Công nghệ tỉnh Hưng Yên',
      'Hình thức khen thưởng đề nghị': 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
      'Loại đối tượng': 'Cá nhân trực tiếp công tác, lao động',
      'Tổng điểm': '93',
      'Xếp hạng': '2',
      'Phiếu đồng ý': '8/9',
    });
    const narrow = rowsOf(await sheetAt(office, `${page}&huong=dung`));
    expect(narrow.at(-1)).toMatchObject({
      'Họ và tên, tên tập thể; Chức vụ': 'Bà Lê Thu Đào; Kiểm soát viên',
    });
    expect(narrow.at(-1)).not.toHaveProperty('Hình thức khen thưởng đề nghị');
    expect(rowsOf(await sheetAt(api.agent, `${PHASE}/awards/BK/nominee-list?dang=xlsx`))).toEqual(rows);
    expect((await unit.get(page)).status).toBe(403);
    expect((await office.get(page.replace('/BK', '/ZZ'))).status).toBe(404);
    expect((await office.get(page.replace('danh-sach', 'to-trinh'))).status).toBe(400);
  });

  it('of what is not there are not found', async () => {
    expect((await api.agent.get(`${API}/nominations/nobody/dossier`)).body).toMatchObject({ status: 404 });
    expect((await api.agent.get(`${PHASE}/awards/ZZ/submission`)).body).toMatchObject({
      code: 'award-not-found',
    });
    expect((await api.agent.get(`${PHASE}/awards/BK/award-decision`)).body).toMatchObject({
      status: 404,
      code: 'award-decision-not-found',
    });
  });
});
