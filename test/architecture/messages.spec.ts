import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasMessage } from '../../src/platform/messages/message';
import { statusOf } from '../../src/platform/http/statuses';
import { sourcesOf } from './sources';

/** Every code that the sources refuse with, as a literal. */
const codes = sourcesOf('src')
  .flatMap(({ text }) => [...text.matchAll(/new (?:DomainError|InputRefused)\(\s*'([^']+)'/g)])
  .map(([, code]) => String(code));

describe('every refusal', () => {
  it('is looked for in real files', () => {
    expect(codes).toEqual(expect.arrayContaining(['unauthenticated', 'stale-edit', 'database-busy']));
  });

  it('has its Vietnamese sentence', () => {
    expect(codes.filter((code) => !hasMessage(`error.${code}`))).toEqual([]);
  });

  it('has a status with a Vietnamese title', () => {
    expect(codes.filter((code) => !hasMessage(`http.${statusOf(code)}`))).toEqual([]);
  });
});

it('every sentence that the sources ask for by name is there', () => {
  const keys = sourcesOf('src')
    .flatMap(({ text }) => [...text.matchAll(/\bmessage\(\s*'([^']+)'/g)])
    .map(([, key]) => String(key));
  expect(keys).toEqual(expect.arrayContaining(['home.nothing', 'due.closed']));
  expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
});

it('no message is written twice: the later one would silence the other', () => {
  const file = readFileSync(join(__dirname, '../../src/platform/messages/vi.json'), 'utf8');
  const keys = [...file.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => String(key));
  expect(keys).toContain('cli.command.verify');
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

it('nobody is sent to a command line by a page, nor by a file from one', () => {
  const told = sentences().filter(([key]) => !/^(cli|setup|config|start)\.|\.program$/.test(key));
  expect(told.length).toBeGreaterThan(1_000);
  const orders = /\bnpx\b|\bnpm\b|\bthidua [a-z]+\b|\blệnh thidua\b/;
  expect(told.filter(([, text]) => orders.test(text))).toEqual([]);
});

function sentences(): [string, string][] {
  const file = readFileSync(join(__dirname, '../../src/platform/messages/vi.json'), 'utf8');
  return Object.entries(JSON.parse(file) as Record<string, string>);
}
