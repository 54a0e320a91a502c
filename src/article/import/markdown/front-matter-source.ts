import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { say } from '../../../language/index.ts';
import { failed, ok, type Parsed } from '../../parsed.ts';

/** The fields of a front matter, before anybody has looked at them. */
export type Values = Readonly<Record<string, unknown>>;
export type FrontMatterSyntax = 'yaml' | 'toml' | 'json';

/**
 * Reads front matter in any of its syntaxes; null where it holds no fields and is text between two rules.
 * @param source without its fences; line 1 of it is line 2 of the file
 */
export function readValues(source: string, syntax: FrontMatterSyntax): Parsed<Values | null> {
  if (source.trim() === '') return ok({});
  return syntax === 'toml' ? readToml(source) : readYaml(source);
}

/** JSON is YAML as well. */
function readYaml(source: string): Parsed<Values | null> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [problem] = document.errors;
  if (problem) return failed('bad-content', `front matter, line ${lines.linePos(problem.pos[0]).line + 1}`, problem.message);
  const values: unknown = document.toJS({ maxAliasCount: 100 });
  if (isRecord(values)) return ok(values);
  return typeof values === 'string' ? ok(null) : failed('bad-content', 'front matter, line 2', say('cli.front-matter-no-fields'));
}

function readToml(source: string): Parsed<Values> {
  try {
    return ok(plain(parseToml(source)));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return failed('bad-content', `front matter, line ${error.line + 1}`, error.message.split('\n')[0] ?? '');
  }
}

/** TOML has dates of its own: they become the text they were. */
function plain(values: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  return isRecord(value) ? plain(value) : typeof value === 'bigint' ? Number(value) : value;
}

export const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
