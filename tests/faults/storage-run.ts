import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { executable, root, sqliteOfRuntime } from '../e2e/pages/galley.ts';

export interface Ran {
  readonly output: string;
  readonly errors: string;
  /** null where it was killed. */
  readonly code: number | null;
}

/** Runs a script by Electron's Node, as the app's own processes run. */
export async function runScript(script: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(executable(), [script, ...words], { env: { ...process.env, ...sqliteOfRuntime(), ELECTRON_RUN_AS_NODE: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { output, errors, code };
}

/** One line of storage-run.mjs. */
export interface Line {
  readonly saved?: number;
  readonly revision?: string;
  readonly articleId?: string;
  readonly text?: string;
  readonly failed?: string;
  readonly refused?: string;
  readonly code?: string;
  readonly message?: string;
  readonly finished?: boolean;
  readonly articles?: readonly ReadArticle[];
  readonly id?: string;
  readonly inspected?: readonly Inspected[];
}

/** What can be read of an article, or in which words it is said that it cannot. */
export interface Shown {
  readonly id: string;
  readonly text?: string;
  readonly code?: string;
  readonly said?: string;
}
export interface Inspected extends Shown { readonly revisions: readonly Shown[] }

export interface ReadArticle {
  readonly id: string;
  readonly text: string;
  readonly revisions: readonly { readonly id: string; readonly sequence: number; readonly text: string }[];
}

export interface Ended extends Pick<Ran, 'code' | 'errors'> {
  readonly lines: readonly Line[];
}

/** Runs the built storage process by itself. `appFolder`: another build of the app. */
export async function runStorage(folder: string, words: readonly string[], { appFolder = root, env = {} }: { readonly appFolder?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Ended> {
  const { output, errors, code } = await runScript(join(import.meta.dirname, 'storage-run.mjs'), [join(appFolder, 'out/main/storage.js'), folder, ...words], env);
  const whole = output.slice(0, output.lastIndexOf('\n') + 1);
  return { code, errors, lines: whole.split('\n').filter(Boolean).map((row) => JSON.parse(row) as Line) };
}

/** What a start without faults finds. */
export async function readBack(folder: string): Promise<readonly ReadArticle[]> {
  const { lines, errors } = await runStorage(folder, ['read']);
  const articles = lines.findLast((line) => line.articles)?.articles;
  if (!articles) throw new Error(`the store did not open again: ${JSON.stringify(lines)} ${errors}`);
  return articles;
}

/** What the store was heard to have, against what it has: characters and revisions acknowledged, characters and revisions not there. */
export function compareWith(lines: readonly Line[], articles: readonly ReadArticle[]): { readonly acknowledged: number; readonly lost: number } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  let acknowledged = 0;
  let lost = 0;
  const last = lines.findLast(({ saved }) => saved !== undefined);
  if (last?.articleId !== undefined && last.text !== undefined) {
    acknowledged += last.text.length;
    const found = byId.get(last.articleId)?.text ?? '';
    // One save may have been written and not yet acknowledged: it comes after all that was.
    if (!found.startsWith(last.text)) lost += last.text.length;
  }
  for (const { revision, articleId, text } of lines) {
    if (revision === undefined) continue;
    acknowledged += 1;
    if (byId.get(articleId ?? '')?.revisions.find(({ id }) => id === revision)?.text !== text) lost += 1;
  }
  return { acknowledged, lost };
}
