import type { BaseIssue } from 'valibot';

/** What is wrong with untrusted data and where: `path` names the field, dotted. */
export interface ParseError {
  readonly code: 'bad-article' | 'newer-version' | 'too-deep' | 'unknown-node' | 'unknown-mark' | 'bad-attribute' | 'bad-content' | 'block-id-missing' | 'block-id-repeated';
  readonly path: string;
  readonly message: string;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ParseError };

export const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const failed = (code: ParseError['code'], path: string, message: string): { readonly ok: false; readonly error: ParseError } => ({
  ok: false,
  error: { code, path, message },
});

/** Path and sentence of the first thing valibot found. */
export function firstIssue(issues: readonly BaseIssue<unknown>[]): [path: string, message: string] {
  const issue = issues[0];
  const path = issue?.path?.map((item) => String(item.key)).join('.') ?? '';
  const unknown = issue?.type === 'strict_object' && issue.expected === 'never';
  return [path, unknown ? `unknown field “${path}”` : (issue?.message ?? 'not valid')];
}
