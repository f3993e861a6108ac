import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { message } from '../messages/message';
import { statusOf } from './statuses';

/** RFC 9457, `application/problem+json`. Title and detail are Vietnamese; `code` is stable. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** At most a hundred; `total` says how many there are. */
  findings?: ProblemFinding[];
  total?: number;
  /** Names the entry of the log, on an unexpected failure. */
  incident?: string;
}

export interface ProblemFinding {
  level: 'error' | 'warning';
  code: string;
  path: (string | number)[];
  message: string;
  /** Where in the text or workbook that was sent; absent for plain JSON. */
  line?: number;
  col?: number;
  sheet?: string;
  cell?: string;
}

/** The problem that a refusal becomes. */
export function problemOf(error: DomainError): Problem {
  const problem = plainProblem(error.code, error.params);
  if (!(error instanceof InputRefused)) return problem;
  return { ...problem, findings: findingViews(error.findings), total: error.findings.length };
}

/** The problem of a defect of ours: it says nothing but where to look. */
export function incidentProblem(incident: string): Problem {
  return { ...plainProblem('unexpected', { incident }), incident };
}

function plainProblem(code: string, params: Record<string, string | number>): Problem {
  const status = statusOf(code);
  return {
    type: `urn:thidua:error:${code}`,
    title: message(`http.${status}`),
    status,
    code,
    detail: message(`error.${code}`, params),
  };
}

type PlacedFinding = Finding & Partial<Pick<ProblemFinding, 'line' | 'col' | 'sheet' | 'cell'>>;

/** More than a person mends in one go. */
const MOST_SHOWN = 100;

/** The findings of one answer: all, or a hundred of them, errors before warnings, and a last one that counts the rest. */
export function findingViews(findings: readonly PlacedFinding[]): ProblemFinding[] {
  if (findings.length <= MOST_SHOWN) return findings.map(findingView);
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  const count = findings.length - MOST_SHOWN;
  const level = errors.length > MOST_SHOWN ? 'error' : 'warning';
  const rest: PlacedFinding = { level, code: 'more-findings', path: [], params: { count } };
  return [...[...errors, ...warnings].slice(0, MOST_SHOWN), rest].map(findingView);
}

/** A finding as a person reads it, with its place in the file that was sent. */
function findingView(finding: PlacedFinding): ProblemFinding {
  const { level, code, path, params, line, col, sheet, cell } = finding;
  return {
    level,
    code,
    path: [...path],
    message: message(`finding.${code}`, params),
    line,
    col,
    sheet,
    cell,
  };
}
