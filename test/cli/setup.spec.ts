import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './thidua';

interface Locked {
  version?: string;
  resolved?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const { allowScripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  allowScripts: Record<string, boolean>;
};
const locked = Object.entries(lock.packages);

describe('an install', () => {
  it('does not depend on one registry', () => {
    expect(locked.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });

  it('works on every platform: npm ci refuses a lock file that leaves out an optional package', () => {
    const names = new Set(locked.map(([path]) => path.replace(/^.*node_modules\//, '')));
    const optional = locked.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(optional.length).toBeGreaterThan(20);
    expect(optional.filter((name) => !names.has(name))).toEqual([]);
  });

  it('runs no install script that nobody has looked at', () => {
    const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const unknown = scripts
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => !(name in allowScripts));
    expect(unknown).toEqual([]);
  });
});
