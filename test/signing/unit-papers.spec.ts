import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { UnitChangeService } from '../../src/features/unit-changes/unit-change.service';
import { unitIds } from '../../src/features/units/unit.queries';
import { unitKey } from '../../src/features/dossiers/documents/notice.view';
import { ExportFiles } from '../../src/features/dossiers/exports/export.files';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { type Exporting, ROUND, exportingWorkedCase, reached, start } from '../exports/support';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { PHASE } from '../support/opened-phase';
import { printedText } from '../support/printed-text';
import { rsaKey } from './support/keys';
import { paper, signed } from './support/paper';

const [UNIT, OTHER, NEW] = ['Phòng Quản lý Khoa học', 'Thanh tra Sở', 'Phòng Khoa học và Đổi mới'];
const KEY = rsaKey({ name: 'Trần Tùng Chuẩn', organisation: 'Sở Khoa học và Công nghệ' });
const LIST = `/van-phong/van-ban/${CAMPAIGN}/GD1`;

jest.setTimeout(240_000);

describeOnEachDatabase('the notice to a unit that changes', (db) => {
  let office: Exporting;
  let page: TestAgent;
  let units: Map<string, string>;
  const files = new Map<string, Buffer>();
  beforeAll(async () => {
    office = await exportingWorkedCase(db);
    page = await office.app.browser({ username: 'van-phong', groups: ['office'] });
    units = await unitIds(db.unitOfWork.reader, [UNIT, OTHER]);
    for (const [at, unit] of [UNIT, OTHER].entries()) {
      const file = await signed(await paper(`Thong bao ${at}`), KEY);
      files.set(unit, file);
      const number = { number: `${17 + at}`, day: '2026-05-12', signer: 'Trần Tùng Chuẩn' };
      await office.app.agent.put(paperAt(unit)).set('If-Match', '"v0"').send(number).expect(200);
      await office.app.agent
        .post(`${paperAt(unit)}/signed-file?name=${at}.pdf`)
        .set('Content-Type', 'application/octet-stream')
        .send(file)
        .expect(201);
    }
  });

  const paperAt = (unit: string) => `${PHASE}/papers/notice/${units.get(unit)}`;
  const signedFile = async (unit: string) =>
    (
      await office.app.agent
        .get(`${paperAt(unit)}/signed-file`)
        .buffer(true)
        .expect(200)
    ).body as Buffer;
  const changes = () => office.app.app.get(UnitChangeService);
  const exported = async () => {
    const job = await start(office, ROUND);
    await office.worker.run(job.id);
    const done = await reached(db, job.id, 'done');
    const bundle = await openBundle(ExportFiles.of(db.config.dataDir).pathOf(done));
    const notices = new Map<string, Buffer>();
    for (const path of bundle.sizes.keys()) {
      if (!path.startsWith('notices/')) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of bundle.read(path)) chunks.push(chunk);
      notices.set(path, Buffer.concat(chunks));
    }
    bundle.close();
    return notices;
  };

  const lines = async () => {
    const rows = (await page.get(LIST).expect(200)).text.split('</tr>');
    const read = rows.map((row) =>
      /<th scope="row">(Thông báo kết quả: [^<]+)<[\s\S]*?data-label="Số"><div><span class="number">(\d+)</.exec(
        row,
      ),
    );
    return read.flatMap((found) => (found ? [`${found[1]} ${found[2]}`] : []));
  };
  const shown = async (unit: string) =>
    (await page.get(`/van-phong/ban-ky/${CAMPAIGN}/GD1/notice/${units.get(unit)}`).expect(200)).text;
  const print = (name: string) => printedText(db, office.app.agent, `${PHASE}/notices/${unitKey(name)}`);

  it('keeps number, signer and signed file when the unit is renamed', async () => {
    expect(await lines()).toContain(`Thông báo kết quả: ${UNIT} 17`);
    expect(await print(UNIT)).toContain('Số: 17/TB-');
    await changes().rename(SYSTEM, units.get(UNIT) ?? '', NEW);
    expect(await lines()).toContain(`Thông báo kết quả: ${NEW} 17`);
    const text = await print(NEW);
    expect([text.includes('Số: 17/TB-'), text.includes('Trần Tùng Chuẩn')]).toEqual([true, true]);
    expect(await shown(UNIT)).toContain('0.pdf');
    expect((await signedFile(UNIT)).equals(files.get(UNIT) ?? Buffer.of())).toBe(true);
    expect(holding(await exported(), files.get(UNIT))).toEqual([`notices/${unitKey(NEW)}.pdf`]);
  });

  it('is found under the former name when the unit becomes a part of another that has one too', async () => {
    await changes().merge(SYSTEM, units.get(UNIT) ?? '', { into: units.get(OTHER) ?? '', reason: 'Sắp xếp' });
    expect((await lines()).filter((line) => /1[78]$/.test(line))).toEqual([
      `Thông báo kết quả: ${OTHER} 18`,
      `Thông báo kết quả: ${NEW} (nay đã nhập vào đơn vị khác) 17`,
    ]);
    for (const unit of [UNIT, OTHER])
      expect((await signedFile(unit)).equals(files.get(unit) ?? Buffer.of())).toBe(true);
    expect(await print(OTHER)).toContain('Số: 18/TB-');
    const notices = await exported();
    expect(holding(notices, files.get(OTHER))).toEqual([`notices/${unitKey(OTHER)}.pdf`]);
    expect(holding(notices, files.get(UNIT))).toEqual([
      expect.stringContaining(`notices/${unitKey(NEW)}.don-vi-cu-`),
    ]);
  });
});

/** The files of an export with these very bytes. */
function holding(files: ReadonlyMap<string, Buffer>, bytes: Buffer | undefined): string[] {
  return [...files].filter(([, content]) => bytes && content.equals(bytes)).map(([path]) => path);
}
