import { chmodSync, readFileSync } from 'node:fs';
import { roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { findBrowser } from '../../src/platform/pdf/find-browser';
import { loadCase } from '../dossiers/support/round';
import { PROJECT, campaignOf, filesIn, nominationsOf, thidua, withFolder } from './thidua';

const folder = withFolder();
const CASE = 'hung-yen';
/** Stands in the dossier of TT-01, and nowhere else. */
const POISON = 'Chất độc của trình duyệt';
const CHOKED = /^Không tạo được tệp (\S+): Không in được hồ sơ do lỗi của trình duyệt in/;

async function chokingBrowser(): Promise<string> {
  const [node, script] = [process.execPath, `${PROJECT}/test/cli/choking-browser.mjs`];
  const call = `exec '${node}' '${script}' '${POISON}' '${await findBrowser()}' "$@"`;
  const path = folder.put('headless-shell', `#!/bin/sh\n${call}\n`);
  chmodSync(path, 0o755);
  return path;
}

function poisonedRound(): string {
  const sound = readFileSync(nominationsOf(CASE), 'utf8');
  const poisoned = sound.replace('title: Minh chứng tiêu chí a', `title: ${POISON}`);
  expect(poisoned).not.toBe(sound);
  return folder.put('nominations.yaml', poisoned);
}

describe('a paper that the browser cannot print', () => {
  it('is named with its reason, ends the run with 1, and all others are written', async () => {
    const [out, zip] = [folder.path('out'), folder.path('goi.zip')];
    const env = { DATA_DIR: folder.path('data'), PUPPETEER_EXECUTABLE_PATH: await chokingBrowser() };
    const args = ['run', campaignOf(CASE), poisonedRound(), '--out', out, '--zip', zip];
    const { code, stderr } = await thidua(args, { env });

    const lines = stderr.trimEnd().split('\n');
    const named = lines.flatMap((line) => CHOKED.exec(line)?.[1] ?? []);
    const [lost, ...lostInBundle] = named;
    expect({ code, lost, lostInBundle }).toEqual({
      code: 1,
      lost: 'nominations/tap-the/TT-01.pdf',
      lostInBundle: ['awards/BK/TT-01/bao-cao-va-phieu-cham.pdf', 'awards/BK/TT-01/ho-so.pdf'],
    });
    expect(lines.at(-1)).toMatch(/^Còn thiếu 3 tệp/);
    const written = roundDocuments(await loadCase(CASE)).map(({ file }) => `dossiers/${file}`);
    expect(Object.keys(filesIn(out)).filter((name) => name.startsWith('dossiers/'))).toEqual(
      written.filter((name) => name !== `dossiers/${lost}`).toSorted(),
    );
    expect(await thidua(['replay', out])).toMatchObject({ code: 0 });
    expect(await thidua(['verify', zip])).toMatchObject({ code: 0 });
  });
});
