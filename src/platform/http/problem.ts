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
  findings?: ProblemFinding[];
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
  return error instanceof InputRefused ? { ...problem, findings: error.findings.map(findingView) } : problem;
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

/** A finding as a person reads it, with its place in the file that was sent. */
export function findingView(
  finding: Finding & Partial<Pick<ProblemFinding, 'line' | 'col' | 'sheet' | 'cell'>>,
): ProblemFinding {
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
