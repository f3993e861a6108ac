import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const NOMINATIONS = 10_000;
const CONNECTIONS = 20;
const WARM_UP = 2_000;
const REQUESTS = 4_000;
const PHASE = '/api/v1/campaigns/bench/phases/GD1';

const definition = {
  schema: 'thidua/campaign@1',
  code: 'bench',
  title: 'Đo tốc độ',
  organizer: { name: 'Sở' },
  phases: [{ code: 'GD1', title: 'Giai đoạn 1', from: '2022-01-01', to: '2025-12-31', review: 'interim' }],
  criteriaSets: [
    {
      code: 'ca-nhan',
      subject: 'individual',
      title: 'Cá nhân',
      criteria: ['a', 'b', 'c', 'd', 'e'].map((code) => ({
        code,
        text: `Tiêu chí ${code}`,
        max: 20,
        rule: { kind: 'points', step: '0.5' },
      })),
    },
  ],
  awards: [
    {
      code: 'GK',
      name: 'Giấy khen',
      tier: 1,
      authority: 'own',
      decider: 'Giám đốc Sở',
      quota: [{ subject: 'individual', max: 20 }],
    },
  ],
};

/** A page of 50 out of 10,000 nominations over 20 connections, on SQLite, served by one process. */
export async function benchService() {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const service = await start(folder);
  try {
    await post(service, '/api/v1/campaigns', { definition: JSON.stringify(definition) });
    await post(service, `${PHASE}/opening`, { date: '2025-12-20' });
    await post(service, `${PHASE}/imports`, nominations());
    const times = await pages(service);
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
    const work = `GET a page of 50 out of ${NOMINATIONS.toLocaleString('en')} nominations, ${CONNECTIONS} connections, p95`;
    return [{ work, ratio: `${p95.toFixed(0)} ms`, reach: '≤ 50 ms' }];
  } finally {
    service.process.kill('SIGTERM');
    await service.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(folder) {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    MAX_BODY_MB: '200',
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const [origin] = /http:\/\/[\d.:]+\d/.exec(said) ?? [];
    const [, token] = /\b([\w-]{32,})\b/.exec(said) ?? [];
    if (origin && token) return { origin, token, process: child, ended };
  }
  throw new Error('the service did not start');
}

function nominations() {
  const entries = (at) =>
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((code, n) => [code, (at * (n + 3)) % 21]));
  return {
    schema: 'thidua/nominations@1',
    campaign: 'bench',
    phase: 'GD1',
    date: '2025-12-20',
    nominations: Array.from({ length: NOMINATIONS }, (_, at) => ({
      code: `CN-${at}`,
      subject: 'individual',
      name: `Nguyễn Thị Số ${at}`,
      unit: `Đơn vị ${at % 300}`,
      scores: { self: entries(at), appraisal: entries(at + 1) },
    })),
  };
}

async function post({ origin, token }, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
}

/** The time of each request, in milliseconds, pages taken from all over the list. */
async function pages(service) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times = [];
  const queue = Array.from(
    { length: WARM_UP + REQUESTS },
    (_, at) => 1 + ((at * 37) % (NOMINATIONS / 50)),
  ).values();
  const ask = async () => {
    for (const page of queue)
      times.push(await timed(service, `${PHASE}/nominations?page=${page}&size=50`, agent));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  agent.destroy();
  return times.slice(WARM_UP);
}

function timed({ origin, token }, path, agent) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(origin + path, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      response.resume();
      response.once('end', () => resolve(performance.now() - started));
    }).once('error', reject);
  });
}
