import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley, root, sqliteOfRuntime } from './pages/galley.ts';

const executable = createRequire(import.meta.url)('electron') as unknown as string;

/** Starts the app as a person would from a terminal and waits for its first sentence. */
function firstSentence(dataFolder: string): Promise<string> {
  const app = spawn(executable, ['--no-sandbox', root, `--data-dir=${dataFolder}`], { env: { ...process.env, ...sqliteOfRuntime() } });
  return new Promise((done) => {
    let heard = '';
    const hear = (bytes: Buffer): void => {
      heard += bytes.toString();
      if (!heard.includes('data folder')) return;
      // The message box waits for a person.
      app.kill();
      done(heard);
    };
    app.stderr.on('data', hear);
    app.on('exit', () => done(heard));
  });
}

test('a data folder that is a file is refused in words and left as it is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'galley-e2e-')), 'galley');
  writeFileSync(file, 'A letter.');
  expect(await firstSentence(file)).toContain(`The data folder ${file} cannot be used: there is a file`);
  expect(readFileSync(file, 'utf8')).toBe('A letter.');
});

test('a second Galley on the same folder says who has it, and the first goes on', async () => {
  const galley = await Galley.startAs('Asha Rao');
  expect(await firstSentence(galley.dataFolder)).toMatch(/already open on this data folder \(process \d+ on \S+, since .*\); its window comes to the front/);
  await galley.newArticle();
  await galley.close();
});
