/** Where a text stops being JSON; both count from 1, the column in UTF-16 units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/** Null where the text is JSON. Node's own message has a position only sometimes, and in each version elsewhere. */
export function findJsonFault(text: string): JsonFault | null {
  try {
    JSON.parse(text.replace(/^\ufeff/, ' '));
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const before = text.slice(0, faultOffset(text.replace(/^\ufeff/, ' ')));
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const token = /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y; // oxlint-disable-line no-control-regex

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Offset of the first token that cannot stand where it stands, by JSON's grammar without recursion. */
function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    const start = offset + (/^[ \t\n\r]*/.exec(text.slice(offset, offset + 100_000))?.[0].length ?? 0);
    if (!match) return start;
    const next = step(expected, kindOf(match), open);
    if (next === null) return start;
    expected = next;
    offset = token.lastIndex;
  }
}

const kindOf = ([, mark, string]: RegExpExecArray): string => mark ?? (string === undefined ? 'literal' : 'string');

function step(expected: Expected, kind: string, open: string[]): Expected | null {
  if (kind === '}' || kind === ']') return close(expected, kind, open);
  if (kind === ',') return expected === 'comma-or-end' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (kind === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'key-or-end') return kind === 'string' ? 'colon' : null;
  return expected === 'value' || expected === 'value-or-end' ? value(kind, open) : null;
}

function value(kind: string, open: string[]): Expected {
  if (kind !== '{' && kind !== '[') return afterValue(open);
  open.push(kind);
  return kind === '{' ? 'key-or-end' : 'value-or-end';
}

function close(expected: Expected, kind: '}' | ']', open: string[]): Expected | null {
  const canEnd = expected === 'comma-or-end' || expected === (kind === '}' ? 'key-or-end' : 'value-or-end');
  if (!canEnd || open.at(-1) !== (kind === '}' ? '{' : '[')) return null;
  open.pop();
  return afterValue(open);
}

const afterValue = (open: readonly string[]): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
