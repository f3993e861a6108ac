import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, thidua, withFolder } from './thidua';

const folder = withFolder();
const README = readFileSync(join(PROJECT, 'README.md'), 'utf8');

/** The block that begins with the comment `# name`. */
function example(name: string): string {
  const [, block] = new RegExp(`\`\`\`yaml\\n# ${name}\\n([^]*?)\`\`\``).exec(README) ?? [];
  return folder.put(name, block ?? '');
}

describe('the README', () => {
  it('shows a campaign that works as it stands, with the result that it tells of', async () => {
    const files = [example('campaign.yaml'), example('nominations.yaml')];
    const lint = await thidua(['lint', ...files]);
    expect(lint).toEqual({ code: 0, stdout: 'Không có lỗi; 0 điểm cần lưu ý.\n', stderr: '' });
    const run = await thidua(['run', ...files, '--out', folder.path('out'), '--result-only']);
    expect(run).toMatchObject({ code: 0 });
    const { nominations } = JSON.parse(readFileSync(folder.path('out/result.json'), 'utf8')) as {
      nominations: Record<string, { total: string; outcomes: Record<string, string> }>;
    };
    const told = Object.values(nominations).map(({ total, outcomes }) => [total, outcomes.GK]);
    expect(told).toEqual([
      ['96.50', 'awarded'],
      ['94.83', 'awarded'],
      ['69.50', 'below-floor'],
    ]);
    for (const { total } of Object.values(nominations)) expect(README).toContain(`(${total})`);
  });

  it('names only files that are there', () => {
    const links = [...README.matchAll(/\]\(((?!https?:)[^)#]+)/g)].map(([, path = '']) => path);
    const samples = [...README.matchAll(/seeds\/[\w/.-]+\.yaml/g)].map(([path]) => path);
    expect(links.length).toBeGreaterThan(5);
    expect([...links, ...samples].filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});
