/**
 * `npm run bench [-- engine|dossiers|memory|workers|service|pages|silence]`: ratios measured in one run, as a table. Nothing here fails for being slow;
 * docs/benchmarks.md keeps the last table and says how it was measured.
 */
import { cpus } from 'node:os';
import { benchDossiers } from './dossiers.mjs';
import { benchEngine } from './engine.mjs';
import { benchExports, benchMemory } from './exports.mjs';
import { benchPages } from './pages.mjs';
import { benchService } from './service.mjs';
import { benchSilence } from './silence.mjs';
import { benchWorkers } from './workers.mjs';

const benches = {
  engine: benchEngine,
  dossiers: async () => [...(await benchDossiers()), ...(await benchExports())],
  memory: benchMemory,
  workers: benchWorkers,
  service: benchService,
  pages: benchPages,
  silence: benchSilence,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('| work | measured | reach |');
console.log('|---|---|---|');
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const { work, ratio, reach } of await bench()) console.log(`| ${work} | ${shown(ratio)} | ${reach} |`);
}

function shown(ratio) {
  if (ratio === undefined) return 'not here';
  return typeof ratio === 'string' ? ratio : ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2);
}
