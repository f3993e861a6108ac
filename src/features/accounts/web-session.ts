import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { DomainError } from '../../domain/domain-error';
import type { InstallationSecret } from './installation-secret';
import type { PersonRow } from './person.entity';
import { passwordMark } from './person.queries';
import type { SessionStore } from './session.store';

const COOKIE = 'thidua';
const CSRF_COOKIE = 'thidua.csrf';
/** The hidden field of every form. */
const CSRF_FIELD = '_csrf';

/** Lax and not strict: whoever follows a link in an e-mail of ours is still logged in. Secure as soon as TLS is there. */
export function webSessions(store: SessionStore, { value: secret }: InstallationSecret): RequestHandler {
  return session({
    name: COOKIE,
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  });
}

/** Logs the person in under a new session key: one that somebody planted before opens nothing. */
export async function openSession(request: Request, person: PersonRow): Promise<void> {
  await regenerated(request);
  request.session.personId = person.id;
  request.session.passwordMark = passwordMark(person);
  await new Promise<void>((resolve, reject) =>
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve())),
  );
}

/** Ends the session of this browser, if there is one. */
export function closeSession(request: Request): Promise<void> {
  return regenerated(request);
}

function regenerated(request: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve())),
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the session could not be kept', { cause: error });
}

/** Form tokens: signed, bound to the session, compared with a cookie of their own. */
export class FormTokens {
  private readonly csrf;

  constructor({ value: secret }: InstallationSecret) {
    this.csrf = doubleCsrf({
      getSecret: () => secret,
      getSessionIdentifier: ({ session: { personId }, sessionID }) => (personId ? sessionID : 'nobody'),
      cookieName: CSRF_COOKIE,
      cookieOptions: { httpOnly: true, sameSite: 'strict', secure: false, path: '/' },
      getCsrfTokenFromRequest: tokenOf,
    });
  }

  /** The token for the forms of one page. */
  of(request: Request, response: Response): string {
    const cookieOptions = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
    return this.csrf.generateCsrfToken(request, response, {
      cookieOptions,
      overwrite: false,
      validateOnReuse: false,
    });
  }

  /** Throws `form-expired` for a form that this service did not give to this session. */
  require(request: Request): void {
    if (!this.csrf.validateRequest(request)) throw new DomainError('form-expired');
  }

  /** No other site can send the cookie, which is strict; a neighbour under the same domain can, and browsers name it under TLS. */
  isOfThisSite({ cookies, headers }: Request): boolean {
    const isForeign = ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
    return !isForeign && Object.hasOwn((cookies ?? {}) as object, CSRF_COOKIE);
  }
}

function tokenOf({ body, headers }: Request): string | undefined {
  const field: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, CSRF_FIELD) : undefined;
  if (typeof field === 'string') return field;
  const header = headers['x-csrf-token'];
  return typeof header === 'string' ? header : undefined;
}
