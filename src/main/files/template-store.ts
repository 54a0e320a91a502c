import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { templateFault, type TemplateKind, templateKinds, type Templates } from '../../article/export/template.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { writeAtomically } from './write-atomically.ts';

/** Larger than any page's template, in bytes. */
const largest = 500_000;

/** The newsroom's own templates: `templates/<format>.liquid` in the data folder, for every export of this machine. */
export class TemplateStore {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'templates');
  }

  /** Those that are there; each export reads them anew, so that one changed by hand holds at once. */
  async read(): Promise<Templates> {
    const found = await Promise.all(templateKinds.map(async (kind) => [kind, await readFile(this.#path(kind), 'utf8').catch(() => null)] as const));
    return Object.fromEntries(found.filter(([, source]) => source !== null));
  }

  /** Keeps a template that works; null goes back to Galley's own form. One at fault changes nothing. */
  async set(kind: TemplateKind, source: string | null): Promise<Result<Templates>> {
    const fault = source === null ? null : templateFault(source, kind);
    if (fault) return fail('bad-file', fault.message);
    try {
      if (source === null) await rm(this.#path(kind), { force: true });
      else {
        await mkdir(this.#folder, { recursive: true });
        await writeAtomically(this.#path(kind), Buffer.from(source));
      }
      return ok(await this.read());
    } catch (error) {
      return fail('not-writable', say('exporting.notWritable', { folder: this.#folder, reason: error instanceof Error ? error.message : '' }));
    }
  }

  #path(kind: TemplateKind): string {
    return join(this.#folder, `${kind}.liquid`);
  }
}

/** The text of a template's file, whole or not at all. */
export async function readTemplateFile(path: string): Promise<Result<string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > largest) return fail('bad-file', say('exporting.templateTooLarge', { file: path, limit: largest / 1000 }));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const isText = error instanceof TypeError;
    return fail(isText ? 'bad-file' : 'file-not-found', say(isText ? 'exporting.templateNoText' : 'exporting.templateMissing', { file: path }));
  }
}
