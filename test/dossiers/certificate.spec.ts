import type { CertificatesView } from '../../src/features/dossiers/documents/certificate.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { middle } from './support/measures';
import { type Page, type Pdf, find, millimetres, pageText } from './support/pdf';
import { type TestPrinter, crowdOf, decision, documentsOf, issued, testPrinter } from './support/print';
import { loadCase } from './support/round';

const FILE = /giay-khen/;
const SIGNED = {
  number: '7',
  day: '2025-12-05',
  signer: { authority: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn Bình' },
};

describe('the certificates of an award of the organizer', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const printed = async (round: RoundData): Promise<Pdf> => {
    const [pdf] = await printer.print(round, FILE);
    if (!pdf) throw new Error('no certificates');
    return pdf;
  };
  const viewOf = (round: RoundData) =>
    documentsOf(round, FILE).map(({ view }) => view as CertificatesView)[0]?.recipients;

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('stand on one page each, A4 landscape, with the ordinal of the decision as golden-book number', async () => {
    const { pages } = await printed(issued(data, SIGNED));
    expect(
      pages.map(({ width, height }) => [width, height].map((side) => Math.round(millimetres(side)))),
    ).toEqual(Array.from({ length: 5 }, () => [297, 210]));
    expect(pages.map(pageText)[2]).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ' +
        'GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HƯNG YÊN TẶNG GIẤY KHEN Ông Trần Đức Bình ' +
        'Giám đốc Trung tâm Ứng dụng Tiến bộ KH&CN ' +
        'Đã có thành tích xuất sắc trong phong trào thi đua “Đẩy mạnh phát triển hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí”, giai đoạn 2022-2025 ' +
        'Quyết định số: 07/QĐ-SKHCN ngày 05 tháng 12 năm 2025 Vào sổ vàng số: 03 ' +
        'Hưng Yên, ngày 05 tháng 12 năm 2025 KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn Bình',
    );
    expect(pages.map((page) => /sổ vàng số: (\d+)/.exec(pageText(page))?.[1])).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
    ]);
  });

  test('are blank where number and day are not known, and name the head as signer', async () => {
    const [page] = (await printed(data)).pages as [Page];
    expect(pageText(page)).toMatch(/Quyết định số: \/QĐ-SKHCN ngày tháng năm 2025 Vào sổ vàng số: 01/);
    expect(pageText(page)).toMatch(/GIÁM ĐỐC Trần Tùng Chuẩn$/);
  });

  test('stand in the middle, the form largest, the rule under the Tiêu ngữ as long as it, room for the seal', async () => {
    const { pages } = await printed(data);
    for (const page of pages) {
      const form = find(page, 'GIẤY KHEN');
      expect(Math.max(...page.texts.map(({ size }) => size))).toBe(form.size);
      for (const text of ['CỘNG HÒA', 'Độc lập', 'GIÁM ĐỐC SỞ', 'TẶNG', 'GIẤY KHEN'])
        expect(Math.abs(middle(find(page, text)) - page.width / 2)).toBeLessThan(4);
      const motto = find(page, 'Độc lập');
      const rule = page.boxes.find(({ y, height }) => height < 1.5 && y > motto.y && y < motto.y + 10);
      expect(rule?.width).toBeCloseTo(motto.width, 0);
      const [authority, signer] = [/^GIÁM ĐỐC$/, 'Trần Tùng Chuẩn'].map((text) => find(page, text));
      expect(millimetres((signer?.y ?? 0) - (authority?.y ?? 0))).toBeGreaterThan(22);
    }
  });

  test('of few words have letters of the usual sizes', async () => {
    const [page] = (await printed(data)).pages as [Page];
    expect(
      [/^TẶNG$/, /^GIẤY KHEN$/, /^Trần Tùng Chuẩn$/].map((text) => Math.round(find(page, text).size)),
    ).toEqual([17, 42, 14]);
  });

  test('are as many as there are recipients', async () => {
    const { pages, outline } = await printed(crowdOf(data, 150));
    expect(pages).toHaveLength(300);
    expect(outline).toHaveLength(300);
    expect(pageText(pages.at(-1) as Page)).toContain('Vào sổ vàng số: 300');
  });

  test('are not given to who is revoked, and nobody’s number changes by that', () => {
    const decisions = [
      decision({ nomination: 'TT-01', status: 'revoked' }),
      decision({ nomination: 'CN-01' }),
    ];
    expect(viewOf({ ...data, decisions })?.map(({ goldenBook }) => goldenBook)).toEqual([
      'Vào sổ vàng số: 02',
    ]);
    expect(viewOf({ ...data, decisions: decisions.slice(0, 1) })).toBeUndefined();
  });

  test('are titled, marked as Vietnamese, and their text is composed', async () => {
    const pdf = await printed(data);
    expect([pdf.title, pdf.language, pdf.marked]).toEqual([
      'Giấy khen: Giấy khen của Giám đốc Sở Khoa học và Công nghệ',
      'vi',
      true,
    ]);
    const text = pdf.pages.map(pageText).join(' ');
    expect(text).toBe(text.normalize('NFC'));
  });

  test('bear the name of another form of award, and name the province once', () => {
    const [award] = data.campaign.awards.filter(({ code }) => code === 'GK');
    const renamed = { ...award, name: 'Danh hiệu Lao động tiên tiến', decider: 'Giám đốc Sở tỉnh Hưng Yên' };
    const awards = data.campaign.awards.map((one) => (one === award ? { ...one, ...renamed } : one));
    const [view] = documentsOf({ ...data, campaign: { ...data.campaign, awards } }, FILE).map(
      (document) => document.view as CertificatesView,
    );
    const [first] = view?.recipients ?? [];
    expect([first?.form, first?.decider]).toEqual([
      'DANH HIỆU LAO ĐỘNG TIÊN TIẾN',
      'GIÁM ĐỐC SỞ TỈNH HƯNG YÊN',
    ]);
  });
});
