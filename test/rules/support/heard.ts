import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { plainText } from '../../support/plain-text';
import { formToken } from '../../support/start-app';

/** What somebody is told: by a page its words, by the API also the messages by their keys. */
export interface Heard {
  status: number;
  says: string;
  codes?: string[];
  /** Of a form that comes back: what is tied to each of its controls, by the control’s id. */
  beside?: Readonly<Record<string, string>>;
}

interface Problem {
  code?: string;
  detail?: string;
  findings?: { code: string; message: string }[];
}

/** Sends a request to the API. */
export async function call(request: PromiseLike<Response>): Promise<Heard> {
  const { status, body } = await request;
  const { code, detail = '', findings = [] } = body as Problem;
  if (status < 400) return { status, says: '' };
  return {
    status,
    says: [detail, ...findings.map(({ message }) => message)].join('\n'),
    codes: [`error.${code}`, ...findings.map((finding) => `finding.${finding.code}`)],
  };
}

/** Sends a form as a browser does that has had its page open for a while. */
export async function form(agent: TestAgent, action: string, fields: object = {}): Promise<Heard> {
  const token = await tokenFor(agent);
  const request = agent.post(action).type('form');
  return heardOn(await request.send({ _csrf: token, ...fields }));
}

/** The token of the forms of this browser's session. */
export async function tokenFor(agent: TestAgent): Promise<string> {
  return formToken((await agent.get('/tai-khoan/mat-khau')).text);
}

/** What stands in the alert above a form and beside its fields, or on the page of a refusal. */
export function heardOn({ status, text, headers }: Response): Heard {
  if (status < 400) return { status, says: String(headers['location'] ?? '') };
  return { status, says: plainText(errorsIn(text).join('\n')), beside: besideControls(text) };
}

const CONTROL = /<(?:input|select|textarea|fieldset)\b[^>]* aria-describedby="([^"]*)"/g;

/** The lists of errors that a control of the form says to be described by. */
function besideControls(html: string): Record<string, string> {
  const described = [...html.matchAll(CONTROL)].flatMap(([, ids = '']) => ids.split(' '));
  const lists = [...html.matchAll(/<ul class="errors" id="([^"]+)-loi">([\s\S]*?)<\/ul>/g)];
  const tied = lists.filter(([, id]) => described.includes(`${id}-loi`));
  return Object.fromEntries(tied.map(([, id, list = '']) => [id, plainText(list).trim()]));
}

const MARKED = [
  /<div class="error-summary[\s\S]*?<\/div>/g,
  /<ul class="errors"[\s\S]*?<\/ul>/g,
  /<div class="notice[\s\S]*?<\/div>/g,
  /<table[\s\S]*?<\/table>/g,
];

/** A form says what is wrong in an alert, in lists beside its fields or in the table of a file; other pages say nothing else. */
function errorsIn(html: string): string[] {
  const marked = MARKED.flatMap((mark) => [...html.matchAll(mark)].map(([part]) => part));
  return marked.length > 0 ? marked : [/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''];
}
