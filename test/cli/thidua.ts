import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

export const PROJECT = resolve(__dirname, '../..');
const COMMAND = join(PROJECT, 'src/setup/thidua.mjs');
export const CASES = join(PROJECT, 'test/golden/cases');

/** What one command line said and how it ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs the real command, as `npx thidua …` does, without a terminal and without standard input. */
export function thidua(args: string[], { cwd = PROJECT, env = {} }: Options = {}): Promise<Ended> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', fail);
    child.on('close', (code) => settle({ code, stdout, stderr }));
  });
}

/**
 * Runs `thidua serve`, does something at its address, and interrupts it as Ctrl-C does. Gives what it printed; rejects unless
 * it ends with 0.
 */
export function serveUntil(
  env: Record<string, string>,
  work: (address: string) => Promise<void>,
): Promise<string> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [COMMAND, 'serve'], { env: { ...process.env, ...env } });
    let stdout = '';
    let working: Promise<void> | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)?.[0];
      if (address === undefined || working) return;
      working = work(address).finally(() => child.kill('SIGINT'));
      working.catch(fail);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) settle(stdout);
      else fail(new Error(`ended with ${code}: ${stdout}`));
    });
  });
}

/** A stack trace as Node prints it. */
export const STACK = /\n\s+at .+[:(]/;

/** A folder of its own for each test, gone afterwards; the compiled commands are brought up to date before the first. */
export function withFolder(): {
  path(...names: string[]): string;
  put(name: string, content: string | Buffer): string;
} {
  let folder = '';
  beforeAll(() => thidua(['--version']), 300_000);
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'thidua-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (...names: string[]) => join(folder, ...names);
  return {
    path,
    put(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}

export function campaignOf(name: string): string {
  return join(CASES, name, 'campaign.yaml');
}

export function nominationsOf(name: string): string {
  return join(CASES, name, 'nominations.yaml');
}

/** Names of all files below a folder, sorted; with their bytes for comparing whole runs. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [relative('.', name), readFileSync(join(folder, name), 'base64')]),
  );
}
