import { existsSync, readFileSync } from 'node:fs';
import { STACK, thidua, withFolder } from './thidua';

const folder = withFolder();
const PHASE = ['export', 'hung-yen-ha-tang-tiet-kiem', 'GD1'];

function env(): Record<string, string> {
  return { DATA_DIR: folder.path('data'), DATABASE_URL: '', LOG_LEVEL: 'silent' };
}

describe('thidua export', () => {
  it('writes the dossiers of a phase of the service’s database, with nobody else at work', async () => {
    await thidua(['seed'], { env: env() });
    const out = folder.path('ho-so.zip');
    const { code, stdout, stderr } = await thidua([...PHASE, '--word', '--out', out], { env: env() });
    expect({ code, stderr: stderr.replace(/^Đã lập \d+\/\d+ văn bản\n/gm, '') }).toEqual({
      code: 0,
      stderr: '',
    });
    expect(stdout).toMatch(/^Đã xuất \d+ tệp hồ sơ vào .*ho-so\.zip\.\n$/);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(out).includes('/to-trinh.docx')).toBe(true);
  });

  it('says plainly what is not there', async () => {
    const nowhere = await thidua([...PHASE, '--out', folder.path('khong/co.zip')], { env: env() });
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere.stderr).toContain('Không có thư mục');
    const unknown = await thidua([...PHASE, '--out', folder.path('a.zip')], { env: env() });
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).not.toMatch(STACK);
    expect(existsSync(folder.path('a.zip'))).toBe(false);
  });
});
