import { ValidationPipe } from '@nestjs/common';
import { type ValidationError, getMetadataStorage } from 'class-validator';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { hasMessage } from '../messages/message';

/** Checks every body, query and parameter object against its DTO; unknown fields are refused, all faults at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) =>
      new InputRefused(
        errors.flatMap((error) => findingsOf(error, [])),
        'invalid-fields',
      ),
  });
}

function findingsOf(error: ValidationError, above: (string | number)[]): Finding[] {
  const path = [...above, step(error.property)];
  const own = Object.keys(error.constraints ?? {}).map((rule) => finding(error, rule, path));
  return [...own, ...(error.children ?? []).flatMap((child) => findingsOf(child, path))];
}

/** The rule that refuses a field which nobody knows: it was given nothing, and one body may break it many times. */
const UNKNOWN_FIELD = 'whitelistValidation';

function finding(error: ValidationError, rule: string, path: (string | number)[]): Finding {
  const code = `field-${kebab(rule)}`;
  const params = { field: path.join('.'), limit: limitOf(error, rule) };
  return { level: 'error', code: hasMessage(`finding.${code}`) ? code : 'field-invalid', path, params };
}

/** What the decorator was given: the 200 of `MaxLength(200)`, the values of `IsIn([…])`. */
function limitOf({ target, property }: ValidationError, rule: string): string {
  if (!target || rule === UNKNOWN_FIELD) return '';
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  const found = rules.find(({ name, propertyName }) => name === rule && propertyName === property);
  return (found?.constraints ?? []).map(limitText).filter(Boolean).join(', ');
}

function limitText(limit: unknown): string {
  if (Array.isArray(limit)) return limit.map(limitText).join(', ');
  return typeof limit === 'string' || typeof limit === 'number' ? String(limit) : '';
}

function step(property: string): string | number {
  return /^\d+$/.test(property) ? Number(property) : property;
}

function kebab(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
