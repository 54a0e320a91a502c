import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/article/export/html/json-ld.ts';
import { installed } from './installed.ts';
import { stories, writeStories } from './stories.ts';

const hasOffice = process.env['GALLEY_CMS'] === 'all' ? installed('soffice', ['libreoffice-writer-nogui']) : spawnSync('soffice', ['--version']).status === 0;
const hasText = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasOffice || !hasText) process.stderr.write('Skipped: Word documents in LibreOffice (Debian: apt-get install libreoffice-writer-nogui poppler-utils)\n');

describe.skipIf(!hasOffice || !hasText)('LibreOffice', () => {
  test('opens every document and shows all its text, with the pictures', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-docx-'));
    const articles = stories(6);
    const pages = await writeStories(articles, { format: 'docx', dialect: '' }, folder);
    const run = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', ...pages], { cwd: folder, encoding: 'utf8' });
    for (const [index, article] of articles.entries()) {
      const pdf = join(folder, (pages[index] ?? '').replace(/\.docx$/, '.pdf'));
      expect(existsSync(pdf), `${run.stdout}${run.stderr}`).toBe(true);
      const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      const shown = letters(stdout);
      for (const block of (article.body.content ?? []).filter(({ type }) => ['headline', 'paragraph', 'subhead'].includes(type))) {
        for (const word of plainText(block).match(/[A-Za-z]{4,}/g) ?? []) expect(shown).toContain(word.toLowerCase());
      }
      if (index === 0) expect(spawnSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).stdout).toContain('image');
    }
    expect(readFileSync(join(folder, pages[0] ?? '')).subarray(0, 2).toString()).toBe('PK');
    rmSync(folder, { recursive: true, force: true });
  });
});

const letters = (text: string): string => text.replace(/[^A-Za-z]/g, '').toLowerCase();
