import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { toTypst, typstCompiler } from './typst.mjs';

const load = createRequire(import.meta.url);
const { toWord } = load('../../dist/src/features/dossiers/word/word-document.js');

/** Each gives the median time for one document in milliseconds; undefined where the program is not installed. */
export async function weasyPrintTime(htmls, folder) {
  const source = join(folder, 'weasy.html');
  return medianOf(htmls, async (html) => {
    await writeFile(source, html);
    return () => run('weasyprint', [source, join(folder, 'weasy.pdf')]);
  });
}

/** From our Word files. The first run, which makes the profile of the user, does not count. */
export async function libreOfficeTime(documents, folder) {
  const source = join(folder, 'office.docx');
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const convert = () =>
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source]);
  await writeFile(source, await toWord(documents[0], '2025-12-20'));
  if (convert() === 'not here') return undefined;
  return medianOf(documents, async (document) => {
    await writeFile(source, await toWord(document, '2025-12-20'));
    return convert;
  });
}

/** In this very process and warm: the number to look at, not the one to beat. */
export async function typstTime(htmls, folder) {
  const compiler = await typstCompiler(folder);
  if (!compiler) return undefined;
  compiler.pdf({ mainFileContent: toTypst(htmls[0]) });
  return medianOf(htmls, (html) => () => compiler.pdf({ mainFileContent: toTypst(html) }));
}

/** `prepare` gives the work whose time counts. */
async function medianOf(items, prepare) {
  const times = [];
  for (const item of items) {
    const work = await prepare(item);
    const start = performance.now();
    if (work() === 'not here') return undefined;
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function run(program, args) {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return 'done';
  } catch (error) {
    if (error.code === 'ENOENT') return 'not here';
    throw error;
  }
}
