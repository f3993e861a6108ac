import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from '@swc/core';

const ROOT = join(__dirname, '../..');

/** The sources as they are now, compiled to a folder of their own: what a test starts is never an old build. */
export async function buildService(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-built-'));
  const entries = await readdir(join(ROOT, 'src'), { recursive: true });
  await Promise.all(entries.filter((name) => /\.(ts|json)$/.test(name)).map((name) => compile(folder, name)));
  for (const name of ['templates', 'seeds', 'package.json'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function compile(folder: string, name: string): Promise<void> {
  const target = join(folder, 'src', name.replace(/\.ts$/, '.js'));
  const source = join(ROOT, 'src', name);
  await mkdir(dirname(target), { recursive: true });
  if (name.endsWith('.json')) return cp(source, target);
  const options = { filename: source, configFile: join(ROOT, '.swcrc'), swcrc: true };
  const { code } = await transform(await readFile(source, 'utf8'), options);
  await writeFile(target, code);
}

/** A running `main.js`: what it has printed so far, and how it ended. */
export class Service {
  stdout = '';
  stderr = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  }

  /** The service itself, or another program of the build with its arguments. */
  static start(folder: string, env: Record<string, string>, program = ['src/main.js']): Service {
    const { PATH = '', HOME = '' } = process.env;
    return new Service(spawn(process.execPath, program, { cwd: folder, env: { PATH, HOME, ...env } }));
  }

  /** The address that it prints when it is ready. */
  async address(): Promise<string> {
    return (await this.printed(/(http:\/\/[^\s]+)\./))[1] ?? '';
  }

  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const end = this.ended.then(() => 'ended' as const);
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      const more = new Promise<void>((resolve) => this.child.stdout?.once('data', () => resolve()));
      if ((await Promise.race([more, end])) === 'ended') throw new Error(`ended early: ${this.stderr}`);
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}
