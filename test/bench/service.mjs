import { CONNECTIONS, NOMINATIONS, PHASE, ask, p95, withOffice } from './office.mjs';

const WARM_UP = 2_000;
const REQUESTS = 4_000;

/** A page of 50 out of 10,000 nominations over 20 connections, on SQLite, served by one process. */
export function benchService() {
  return withOffice(async ({ origin, token }) => {
    const paths = Array.from(
      { length: WARM_UP + REQUESTS },
      (_, at) => `${PHASE}/nominations?page=${1 + ((at * 37) % (NOMINATIONS / 50))}&size=50`,
    );
    const headers = { authorization: `Bearer ${token}` };
    await ask(origin, headers, paths.slice(0, WARM_UP));
    const { times } = await ask(origin, headers, paths.slice(WARM_UP));
    const work = `GET a page of 50 out of ${NOMINATIONS.toLocaleString('en')} nominations, ${CONNECTIONS} connections, p95`;
    return [{ work, ratio: `${p95(times).toFixed(0)} ms`, reach: '≤ 50 ms' }];
  });
}
