import { parseArgs } from 'node:util';
import { say } from '../language/index.ts';
import { InputError } from './command.ts';

export interface Arguments {
  readonly files: readonly string[];
  /** Value of each option given, by its name; one given without being known is an error. */
  readonly options: ReadonlyMap<string, string>;
}

/** Splits a command's words into files and options; every option takes a value, but those of `flags`, which stand alone and give ''. */
export function readArguments(args: readonly string[], optionNames: readonly string[], flags: readonly string[] = []): Arguments {
  try {
    const kinds: [string, { readonly type: 'string' | 'boolean' }][] = [...optionNames, 'data-dir'].map((name) => [name, { type: 'string' }]);
    const options = Object.fromEntries([...kinds, ...flags.map((name): (typeof kinds)[number] => [name, { type: 'boolean' }])]);
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { files: positionals, options: new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, typeof value === 'string' ? value : ''] as const]))) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(say('cli.bad-arguments', { message: error.message }));
  }
}

/** The files named, checked for their number. */
export function filesOf({ files }: Arguments, least: number, most: number, usage: string): readonly string[] {
  if (files.length < least || files.length > most) throw new InputError(say('cli.needs-file', { usage }));
  return files;
}

export function optionOf({ options }: Arguments, name: string, usage: string): string {
  const value = options.get(name);
  if (value === undefined || value === '') throw new InputError(say('cli.needs-option', { option: name, usage }));
  return value;
}
