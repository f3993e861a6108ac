import { type Source, floorOf, sourcesOf } from './sources';

const src = sourcesOf('src');
const test = sourcesOf('test');
const own = (path: string) => path.startsWith('src/');

/** What of the domain the platform may know. */
const SHARED = /^src\/domain\/(domain-error|access|canonical|finding|reason)$/;

/** `file → import` for every import of the chosen files that is not allowed. */
function offences(files: Source[], allowed: (target: string, file: Source) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((target) => !allowed(target, file)).map((target) => `${file.path} → ${target}`),
  );
}

const on = (floor: RegExp) => src.filter(({ path }) => floor.test(floorOf(path)));

describe('the arrows between the floors', () => {
  it('look at real files', () => {
    expect(src.length).toBeGreaterThan(60);
    expect(on(/^domain$/).length).toBeGreaterThan(10);
    expect(src.flatMap(({ imports }) => imports).filter(own).length).toBeGreaterThan(100);
  });

  it('lead from the domain nowhere else', () => {
    expect(offences(on(/^domain$/), (target) => target.startsWith('src/domain/'))).toEqual([]);
  });

  it('lead from the platform to few words of the domain and to no feature', () => {
    const allowed = (target: string) =>
      !own(target) || target.startsWith('src/platform/') || SHARED.test(target);
    expect(offences(on(/^platform$/), allowed)).toEqual([]);
  });

  it('lead from the features to the domain, the platform and other features', () => {
    const allowed = (target: string) => !own(target) || /^src\/(domain|platform|features)\//.test(target);
    expect(offences(on(/^features/), allowed)).toEqual([]);
  });

  it('lead from no other feature to the dossiers', () => {
    const others = on(/^features/).filter(({ path }) => floorOf(path) !== 'features/dossiers');
    expect(offences(others, (target) => !target.startsWith('src/features/dossiers/'))).toEqual([]);
  });

  it('close no circle between features', () => {
    expect(circleOf(featureGraph())).toEqual([]);
  });

  it('would show a circle', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
    ]);
    expect(circleOf(graph)).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('every source file', () => {
  const all = [...src, ...test];
  const holding = (pattern: RegExp, files = all) =>
    files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('has at most 250 lines', () => {
    const long = all.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  it('says what it means: no `any`, and no rule of the compiler or linter switched off', () => {
    const any = /(: |as |<|\| )any\b(?! )/;
    expect(holding(any, src)).toEqual([]);
    expect(holding(/@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable/, src)).toEqual([]);
  });

  it('is imported from where it is: no barrels', () => {
    expect(all.filter(({ path }) => path.endsWith('/index.ts'))).toEqual([]);
    expect(holding(/^export (\*|\{[^}]*\}) from /m)).toEqual([]);
  });

  it('runs every test: none is focused or skipped', () => {
    expect(
      holding(/\b(it|test|describe)\.(only|skip|todo)\b|\b(xit|fit|xdescribe|fdescribe)\(/, test),
    ).toEqual([]);
  });
});

describe('the database', () => {
  const outside = src.filter(({ path }) => !path.startsWith('src/platform/database/'));

  it('has one door: nobody else opens a transaction or a connection', () => {
    const doors = /\.(transaction|startTransaction|createQueryRunner|turn)\(|\bDataSource\b|@nestjs\/typeorm/;
    expect(outside.filter(({ text }) => doors.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('knows every entity and every migration', () => {
    const missing = (list: string, files: RegExp) => {
      const known = new Set(src.find(({ path }) => path === list)?.imports);
      return src
        .map(({ path }) => path.replace(/\.ts$/, ''))
        .filter((path) => files.test(path) && !known.has(path));
    };
    expect(missing('src/app.entities.ts', /\.entity$/)).toEqual([]);
    expect(missing('src/platform/database/migrations.ts', /\/migrations\/\d{4}-/)).toEqual([]);
  });
});

function featureGraph(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of on(/^features/)) {
    const from = floorOf(path);
    const targets = imports.filter((target) => target.startsWith('src/features/')).map(floorOf);
    const known = graph.get(from) ?? new Set<string>();
    for (const target of targets) if (target !== from) known.add(target);
    graph.set(from, known);
  }
  return graph;
}

/** The first circle found, its start repeated at the end; empty when there is none. */
function circleOf(graph: Map<string, Set<string>>): string[] {
  const cleared = new Set<string>();
  const walk = (node: string, above: string[]): string[] => {
    if (above.includes(node)) return [...above.slice(above.indexOf(node)), node];
    if (cleared.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...above, node]);
      if (circle.length > 0) return circle;
    }
    cleared.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
