import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { type Ended, campaignOf, filesIn, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();
/** No process has this number. */
const GONE = 2 ** 22 + 1;

function run(name: string, ...more: string[]): Promise<Ended> {
  return thidua(['run', campaignOf(name), nominationsOf(name), '--out', folder.path('out'), ...more]);
}

describe('a run that was killed while it took its place', () => {
  it('gives the former run back to the next one, which then refuses or replaces it whole', async () => {
    await run('hung-yen', '--result-only');
    const former = filesIn(folder.path('out'));
    renameSync(folder.path('out'), folder.path(`.out.${GONE}.tmp.former`));
    mkdirSync(folder.path(`.out.${GONE}.tmp`));
    const refused = await thidua([
      'run',
      campaignOf('hung-yen'),
      folder.path('none'),
      '--out',
      folder.path('out'),
    ]);
    expect(refused.code).toBe(1);
    writeFileSync(folder.path(`.out.${GONE}.tmp.former`, 'ghi-chu.txt'), 'của tôi');
    expect(await run('hung-yen-tie', '--result-only')).toMatchObject({ code: 1 });
    expect(readdirSync(folder.path())).toEqual(['out']);
    expect(filesIn(folder.path('out'))).toMatchObject(former);
  });

  it('leaves alone what a run at work has beside the folder', async () => {
    mkdirSync(folder.path(`.out.${process.pid}.tmp`));
    expect(await run('hung-yen', '--result-only')).toMatchObject({ code: 0 });
    expect(readdirSync(folder.path()).toSorted()).toEqual([`.out.${process.pid}.tmp`, 'out']);
  });
});

describe('the dossiers of a former run', () => {
  it('are replaced, taken from the cache, but never with a paper of somebody else among them', async () => {
    const env = { DATA_DIR: folder.path('data') };
    const args = ['run', campaignOf('hung-yen'), nominationsOf('hung-yen'), '--out', folder.path('out')];
    expect(await thidua(args, { env })).toMatchObject({ code: 0 });
    const first = filesIn(folder.path('out'));
    const kept = Object.keys(filesIn(folder.path('data/dossiers')));
    const printed = Object.keys(first).filter((name) => name.endsWith('.pdf'));
    expect(printed.length).toBeGreaterThan(16);
    expect(kept).toHaveLength(printed.length);
    expect(await thidua(args, { env })).toMatchObject({ code: 0 });
    expect(filesIn(folder.path('out'))).toEqual(first);
    const scan = folder.path('out/dossiers/awards/da-ky.pdf');
    writeFileSync(scan, '%PDF-1.7\n/CreationDate (D:20260302101112+07)');
    const { code, stderr } = await thidua(args, { env });
    expect(code).toBe(1);
    expect(stderr).toContain('da-ky.pdf');
    expect(readFileSync(scan, 'utf8')).toContain('20260302101112');
  });
});
