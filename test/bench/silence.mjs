import { PHASE, withOffice } from './office.mjs';

const TURNS = 300;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/**
 * Whether the time of an answer tells what its words do not: each pair is asked for by turns, one after the other, and the
 * medians are compared. 1.00 tells nothing.
 */
export function benchSilence() {
  return withOffice(async (office) => {
    const token = await tokenOfUnit(office);
    const headers = { authorization: `Bearer ${token}` };
    const other = await anothers(office);
    const one = (id) => `/api/v1/nominations/${id}`;
    const pairs = {
      'another unit’s nomination against none': [one(other), one(NOBODYS)],
      'its evidence against none': [`${one(other)}/evidence`, `${one(NOBODYS)}/evidence`],
      'a search that would find others’ against one that would not': [
        `${PHASE}/nominations?q=so+9999`,
        `${PHASE}/nominations?q=khong+co`,
      ],
    };
    const rows = [];
    for (const [work, [mine, none]] of Object.entries(pairs)) {
      const [a, b] = await medians(office.origin, headers, [mine, none]);
      rows.push({ work: `time of the answer: ${work}`, ratio: a / b, reach: '1.00 ± noise' });
    }
    return [...rows, await login(office)];
  });
}

async function tokenOfUnit({ cli }) {
  await cli('user', 'add', 'donvi', '--name', 'Đơn vị', '--groups', 'unit', '--unit', 'Đơn vị 1');
  return /thidua_[\w-]{43}/.exec(await cli('token', 'new', 'donvi'))[0];
}

async function anothers({ origin, token }) {
  const answer = await fetch(`${origin}${PHASE}/nominations?q=so+9999`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()).items[0].id;
}

async function medians(origin, headers, paths) {
  const times = paths.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [at, path] of paths.entries()) times[at].push(await timed(origin + path, { headers }));
  return times.map(median);
}

/** An unknown name against a wrong password; few turns, for the door closes after ten. */
async function login({ origin }) {
  const times = [[], []];
  const page = await fetch(`${origin}/dang-nhap`);
  const cookie = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const [, token] = /name="_csrf" value="([^"]+)"/.exec(await page.text());
  for (let turn = 0; turn < 8; turn += 1)
    for (const [at, username] of ['nguoi-do', 'khong-co'].entries()) {
      const body = new URLSearchParams({ _csrf: token, username, password: 'sai-mat-khau' });
      times[at].push(await timed(`${origin}/dang-nhap`, { method: 'POST', headers: { cookie }, body }));
    }
  const [known, unknown] = times.map(median);
  const work = 'time of the answer: a wrong password against an unknown name';
  return { work, ratio: known / unknown, reach: '1.00 ± noise' };
}

async function timed(url, options) {
  const started = performance.now();
  await (await fetch(url, options)).arrayBuffer();
  return performance.now() - started;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
