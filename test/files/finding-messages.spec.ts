import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sentences from '../../src/platform/messages/vi.json';

const FOLDERS = ['domain/definition', 'features/campaigns/files', 'features/nominations/files'];

const source = FOLDERS.map((folder) => join(__dirname, '../../src', folder))
  .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')))
  .join('\n');

const codes = Object.keys(sentences)
  .filter((key) => key.startsWith('finding.'))
  .map((key) => key.slice('finding.'.length));

test('every finding that is made has a sentence', () => {
  const made = [
    ...source.matchAll(
      /(?:error|warn|refuse|refused|fileFinding|textFinding|add)\((?:[^()']|\([^()]*\))*?'([a-z]+(?:-[a-z0-9]+)+)'/g,
    ),
  ];
  expect(made.length).toBeGreaterThan(80);
  expect(made.map(([, code]) => code).filter((code) => !codes.includes(code!))).toEqual([]);
});
