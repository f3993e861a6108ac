import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { documentOfAward } from '../../src/features/dossiers/documents/single-document';
import { pressOf } from '../../src/features/dossiers/printing/press';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { loadCase } from '../dossiers/support/round';
import { PASSWORD, authority, rsaKey } from '../signing/support/keys';
import { STACK, thidua, withFolder } from './thidua';

/** Each test starts several processes, one after the other: seconds when idle, much more on a busy host. */
jest.setTimeout(180_000);

const ROOT = authority('Nguồn cấp thử');
/** In force whenever the test runs: the command signs by the clock of the machine. */
const IN_FORCE = { from: '2020-01-01T00:00:00Z', to: '2049-01-01T00:00:00Z' };
const DIRECTOR = rsaKey({
  name: 'Trần Tùng Chuẩn',
  organisation: 'Sở Khoa học và Công nghệ',
  issuer: ROOT,
  ...IN_FORCE,
});
const ENV = { THIDUA_P12_PASSWORD: PASSWORD };

const folder = withFolder();
let printed: Buffer;
beforeAll(async () => {
  const data = await loadCase('hung-yen');
  const renderer = await PdfRenderer.open();
  try {
    const submission = { ...documentOfAward(data, 'BK', 'submission'), seal: 'beside-signature' as const };
    printed = Buffer.from(await pressOf(data, renderer, {}).print(submission));
  } finally {
    await renderer.close();
  }
});

let paper: string;
let key: string;
let out: string;
beforeEach(() => {
  paper = folder.put('to-trinh.pdf', printed);
  key = folder.put('khoa.p12', DIRECTOR.file);
  out = folder.path('da-ky.pdf');
});

const sign = (more: string[] = [], env: Record<string, string> = ENV) =>
  thidua(['sign', paper, '--p12', key, '--out', out, ...more], { env });

function changed(path: string): string {
  const bytes = readFileSync(path);
  bytes.write('X', bytes.indexOf('/MediaBox') + 3);
  return folder.put('da-sua.pdf', bytes);
}

const SOUND = [
  'Chữ ký 1 (ô ChuKy):',
  '  - Người ký: Trần Tùng Chuẩn, Sở Khoa học và Công nghệ.',
  expect.stringMatching(/^ {2}- Thời điểm ký \(theo máy của người ký\): .*\d{2}\/\d{2}\/\d{4}/),
  '  - Còn nguyên vẹn: văn bản không bị sửa sau khi ký.',
  '  - Chứng thư số còn hiệu lực tại thời điểm ký (từ 01/01/2020 đến 01/01/2049).',
  '  - Chưa kiểm tra được nguồn cấp chứng thư số (Nguồn cấp thử).',
  'Chưa kiểm tra chứng thư số có bị thu hồi hay không: việc đó cần hỏi nguồn cấp qua mạng.',
  'Kết luận: 1 chữ ký, còn nguyên vẹn.',
];

describe('thidua sign', () => {
  it('signs a printed paper, and the other commands say who signed and that nothing changed', async () => {
    expect(await sign()).toEqual({
      code: 0,
      stdout: `Trần Tùng Chuẩn đã ký vào ô ChuKy. Tệp đã ký: ${out}\n`,
      stderr: '',
    });
    expect(readFileSync(paper).equals(printed)).toBe(true);
    expect(readFileSync(out).subarray(0, printed.length).equals(printed)).toBe(true);
    const told = await thidua(['verify-signature', out]);
    expect({ ...told, stdout: told.stdout.trimEnd().split('\n') }).toEqual({
      code: 0,
      stdout: SOUND,
      stderr: '',
    });
    expect(await thidua(['verify', out])).toEqual(told);
    const known = await thidua(['verify-signature', out, '--ca', folder.put('nguon.pem', ROOT.pem)]);
    expect(known.code).toBe(0);
    expect(known.stdout).toContain('Chứng thư số do nguồn tin cậy cấp: Nguồn cấp thử.');
  });

  it('takes the password from a file, which goes before the environment, and a field by its name', async () => {
    const file = folder.put('mat-khau.txt', `${PASSWORD}\r\n`);
    const ended = await sign(['--password-file', file, '--field', 'ConDau'], { THIDUA_P12_PASSWORD: 'sai' });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('đã ký vào ô ConDau');
    expect((await thidua(['verify-signature', out])).stdout).toContain('Chữ ký 1 (ô ConDau):');
  });

  it.each([
    [
      'a wrong password',
      () => sign([], { THIDUA_P12_PASSWORD: 'sai' }),
      'Mật khẩu của tệp chứng thư số không đúng.',
    ],
    [
      'a field that is not there',
      () => sign(['--field', 'ChuKyLa']),
      'Tệp PDF không có ô chữ ký “ChuKyLa”. Các ô còn trống: ChuKy, ConDau.',
    ],
    [
      'a paper that is not there',
      () => thidua(['sign', 'khong-co.pdf', '--p12', key, '--out', out], { env: ENV }),
      'Không tìm thấy khong-co.pdf.',
    ],
    [
      'a key that is not there',
      () => thidua(['sign', paper, '--p12', 'khong-co.p12', '--out', out], { env: ENV }),
      'Không tìm thấy khong-co.p12.',
    ],
    [
      'a password file that is not there',
      () => sign(['--password-file', 'khong-co.txt']),
      'Không tìm thấy khong-co.txt.',
    ],
    ['a picture that is no PNG', () => sign(['--image', key]), 'Hình chữ ký hoặc hình dấu phải là tệp PNG.'],
    [
      'a key file that is none',
      () => thidua(['sign', paper, '--p12', paper, '--out', out], { env: ENV }),
      'Không đọc được tệp chứng thư số. Cần tệp PKCS#12 (.p12 hoặc .pfx).',
    ],
    [
      'a paper that is no PDF',
      () => thidua(['sign', key, '--p12', key, '--out', out], { env: ENV }),
      'Không đọc được tệp PDF: cấu trúc của tệp hỏng hoặc khác thường.',
    ],
    [
      'a folder that is not there',
      () => thidua(['sign', paper, '--p12', key, '--out', 'khong/co.pdf'], { env: ENV }),
      'Không có thư mục khong. Hãy tạo thư mục trước hoặc chọn nơi khác.',
    ],
  ])('refuses %s in one sentence and writes nothing', async (_what, run, sentence) => {
    const before = readdirSync(folder.path());
    expect(await run()).toEqual({ code: 1, stdout: '', stderr: `${sentence}\n` });
    expect(readdirSync(folder.path())).toEqual(before);
  });

  it('does not write over a file that is there', async () => {
    folder.put('da-ky.pdf', 'có từ trước');
    const sentence = `${out} đã có sẵn nên không ghi đè; hãy chọn tên khác.\n`;
    expect(await sign()).toEqual({ code: 1, stdout: '', stderr: sentence });
    expect(readFileSync(out, 'utf8')).toBe('có từ trước');
  });

  it('without a password and without a screen says where to give it', async () => {
    const { code, stdout, stderr } = await sign([], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('--password-file');
    expect(existsSync(out)).toBe(false);
  });
});

describe('thidua verify-signature, and thidua verify of a PDF', () => {
  const both = async (path: string) => {
    const told = await thidua(['verify-signature', path]);
    expect(await thidua(['verify', path])).toEqual(told);
    expect({ code: told.code, stdout: told.stdout }).toEqual({ code: 1, stdout: '' });
    expect(told.stderr).not.toMatch(STACK);
    return told.stderr;
  };

  it('tell of a changed byte', async () => {
    await sign();
    const said = await both(changed(out));
    expect(said).toContain('Văn bản đã bị sửa sau khi ký: nội dung không còn khớp với chữ ký.');
    expect(said).toContain('Kết luận: 1 trong 1 chữ ký không bảo đảm.');
  });

  it('say that nobody signed, that the file is broken, that it is not there', async () => {
    expect(await both(paper)).toBe('Tệp không có chữ ký số nào (số ô chữ ký còn trống: 2).\n');
    expect(await both(folder.put('cut.pdf', printed.subarray(0, 900)))).toBe(
      'Không đọc được tệp PDF: cấu trúc của tệp hỏng hoặc khác thường.\n',
    );
    expect(await both('khong-co.pdf')).toBe('Không tìm thấy khong-co.pdf.\n');
  });
});
