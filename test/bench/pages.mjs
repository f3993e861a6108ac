import { stat } from 'node:fs/promises';
import { CONNECTIONS, NOMINATIONS, PHASE, ask, logIn, p95, withOffice } from './office.mjs';

const WARM_UP = 200;
const REQUESTS = 2_000;
const KIB = 1024;

/** The pages with lists and long tables, each asked for 2,000 times over 20 connections. */
const PAGES = {
  'what must I do now': () => '/',
  'the campaign': () => '/phong-trao/bench/GD1',
  'the board by unit': () => '/van-phong?phong-trao=bench&giai-doan=GD1',
  'the list, a page of 50': (at) =>
    `/van-phong/tim?phong-trao=bench&giai-doan=GD1&trang=${1 + ((at * 37) % 200)}`,
  'the search': (at) => `/van-phong/tim?phong-trao=bench&giai-doan=GD1&q=so+${at % 97}`,
  'the ranking, a page of 50': (at) => `/lanh-dao/bench/GD1?trang=${1 + ((at * 37) % 200)}`,
  'the list by last change': (at) =>
    `/van-phong/tim?phong-trao=bench&giai-doan=GD1&sap-xep=cap-nhat&trang=${1 + ((at * 37) % 200)}`,
  'the papers of the phase': () => '/van-phong/van-ban/bench/GD1',
  'the papers of each case': (at) => `/van-phong/van-ban/bench/GD1/ho-so?trang=${1 + ((at * 37) % 200)}`,
  'the signed review': () => '/van-phong/ban-ky/bench/GD1/review-report/GD1',
  'the wording of a form': () => '/van-phong/mau-van-ban/bench/danh-sach',
  'what if': () => '/lanh-dao/bench/GD1/gia-dinh',
  'one nomination': (at, ids) => `/de-nghi/${ids[at % ids.length]}`,
};

/** Every page of 10,000 nominations: p95 and the size of its HTML; and what a browser fetches once. */
export function benchPages() {
  return withOffice(async (office) => {
    const headers = await logIn(office);
    const ids = await idsOf(office);
    const rows = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const paths = (count) => Array.from({ length: count }, (_, at) => path(at, ids));
      await ask(office.origin, headers, paths(WARM_UP));
      const { times, largest } = await ask(office.origin, headers, paths(REQUESTS));
      const ratio = `${p95(times).toFixed(0)} ms, ${(largest / KIB).toFixed(0)} KB`;
      rows.push({ work: `page “${name}”, ${of()}`, ratio, reach: '≤ 150 ms, ≤ 100 KB' });
    }
    return [...rows, { work: 'CSS + JS', ratio: `${await assets()} KB`, reach: '≤ 100 KB' }];
  });
}

function of() {
  return `${NOMINATIONS.toLocaleString('en')} nominations, ${CONNECTIONS} connections, p95`;
}

async function idsOf({ origin, token }) {
  const answer = await fetch(`${origin}${PHASE}/nominations?size=200`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()).items.map(({ id }) => id);
}

async function assets() {
  const files = [
    '../../templates/assets/app.css',
    '../../templates/assets/app.js',
    '../../node_modules/htmx.org/dist/htmx.min.js',
  ];
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(new URL(file, import.meta.url))).size),
  );
  return (sizes.reduce((sum, size) => sum + size, 0) / KIB).toFixed(0);
}
