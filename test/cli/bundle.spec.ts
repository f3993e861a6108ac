import { writeFileSync } from 'node:fs';
import { campaignOf, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();

describe('thidua verify', () => {
  it('finds the bundle of a run whole, and tells a changed one in sentences, with 1', async () => {
    const env = { DATA_DIR: folder.path('data') };
    const zip = folder.path('goi.zip');
    const run = [
      'run',
      campaignOf('hung-yen'),
      nominationsOf('hung-yen'),
      '--out',
      folder.path('out'),
      '--zip',
      zip,
    ];
    expect(await thidua(run, { env })).toMatchObject({ code: 0 });
    const whole = await thidua(['verify', zip]);
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^Gói hồ sơ còn nguyên vẹn: .+\nSHA-256 của danh mục: [0-9a-f]{64}\n/);
    expect(await thidua(run, { env })).toMatchObject({ code: 1, stdout: '' });
    writeFileSync(folder.path('khong.zip'), 'xin chào');
    const none = await thidua(['verify', folder.path('khong.zip')]);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(/^Tệp .+ bị hỏng hoặc không phải tệp ZIP\.\n$/);
  });

  it('says what a folder lacks to be a bundle', async () => {
    const { code, stderr } = await thidua(['verify', folder.path()]);
    expect(code).toBe(1);
    expect(stderr).toContain('thiếu tệp manifest.json');
  });
});
