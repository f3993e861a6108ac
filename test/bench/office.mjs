import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const built = (path) => fileURLToPath(new URL(`../../dist/src/${path}`, import.meta.url));
const run = promisify(execFile);

export const NOMINATIONS = 10_000;
export const CONNECTIONS = 20;
export const PHASE = '/api/v1/campaigns/bench/phases/GD1';
const PASSWORD = 'mat-khau-do-toc-do';
const GROUPS = ['office', 'leadership', 'council'];

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

/**
 * Does the work with a service of its own that holds a phase of 10,000 nominations, or as many as are asked for, on SQLite
 * unless `settings` say otherwise, and takes it away.
 */
export async function withOffice(work, { size = NOMINATIONS, settings = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    MAX_BODY_MB: '200',
    DATABASE_URL: '',
    ...settings,
  };
  const cli = async (...args) =>
    (await run(process.execPath, [built('cli/main.js'), ...args], { env })).stdout;
  const [first] =
    /\S+$/.exec((await cli('user', 'add', 'nguoi-do', '--name', 'Đo', '--groups', ...GROUPS)).trim()) ?? [];
  const [token] = /thidua_[\w-]{43}/.exec(await cli('token', 'new', 'nguoi-do')) ?? [];
  const child = spawn(process.execPath, [built('main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const office = { origin: await originOf(child), token, first, cli, env };
    await send(office, '/api/v1/campaigns', { definition: JSON.stringify(definition) });
    await send(office, `${PHASE}/opening`, { date: '2025-12-20' });
    await send(office, `${PHASE}/imports`, nominations(size));
    return await work(office);
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function originOf(child) {
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const [origin] = /http:\/\/[\d.:]+\d/.exec(said) ?? [];
    if (origin) return origin;
  }
  throw new Error('the service did not start');
}

function nominations(size) {
  const entries = (at) =>
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((code, n) => [code, (at * (n + 3)) % 21]));
  return {
    schema: 'thidua/nominations@1',
    campaign: 'bench',
    phase: 'GD1',
    date: '2025-12-20',
    nominations: Array.from({ length: size }, (_, at) => ({
      code: `CN-${at}`,
      subject: 'individual',
      name: `Nguyễn Thị Số ${at}`,
      unit: `Đơn vị ${at % 300}`,
      scores: { self: entries(at), appraisal: entries(at + 1) },
    })),
  };
}

/** Posts as the person of the office; throws what was refused. */
export async function send({ origin, token }, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
  return response.json();
}

/** What a browser that is logged in sends along. */
export async function logIn({ origin, first }) {
  const jar = new Map();
  const visit = async (path, fields) => {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const body = fields && new URLSearchParams(fields);
    const answer = await fetch(origin + path, {
      method: body ? 'POST' : 'GET',
      headers,
      body,
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer.text();
  };
  const form = async (path, fields) => {
    const [, token] = /name="_csrf" value="([^"]+)"/.exec(await visit(path)) ?? [];
    return visit(path, { _csrf: token, ...fields });
  };
  await form('/dang-nhap', { username: 'nguoi-do', password: first });
  await form('/tai-khoan/mat-khau', { old: first, wanted: PASSWORD, again: PASSWORD });
  return { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
}

/** Asks for every path over 20 connections; gives the times in milliseconds and the largest answer in bytes. */
export async function ask(origin, headers, paths) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const queue = paths.values();
  const times = [];
  let largest = 0;
  const worker = async () => {
    for (const path of queue) {
      const { time, bytes } = await timed(origin + path, { agent, headers });
      times.push(time);
      largest = Math.max(largest, bytes);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return { times, largest };
}

function timed(url, options) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let bytes = 0;
    get(url, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.on('data', (chunk) => (bytes += chunk.length));
      response.once('end', () => resolve({ time: performance.now() - started, bytes }));
    }).once('error', reject);
  });
}

export function p95(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}
