// Budgets on the source that no linter has: exits 1 and lists each breach.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from './place.mjs';

const linesAFile = 300;
const castsAThousandLines = 2;
/** Suppressions a thousand lines; each has its reason beside it. */
const suppressionsPerThousand = 0.5;
const emptyNames = /^(utils?|helpers?|common|misc|managers?|services?|types)$/;

const breaches = [];
let lines = 0;
/** @type {string[]} */
const casts = [];
/** @type {string[]} */
const suppressed = [];

for (const top of ['src', 'tests', 'scripts']) {
  for (const file of sourceFiles(join(root, top))) {
    const where = relative(root, file).replaceAll('\\', '/');
    const text = readFileSync(file, 'utf8');
    const rows = text.split('\n');
    if (rows.length - 1 > linesAFile) breaches.push(`${where}: ${rows.length - 1} lines, at most ${linesAFile}`);
    for (const part of where.split('/')) {
      if (emptyNames.test(basename(part).replace(/\..*$/, ''))) breaches.push(`${where}: the name "${part}" says nothing; name it after what it holds`);
    }
    const product = top === 'src' && !/\.test\.tsx?$/.test(file);
    if (product) lines += rows.length - 1;
    rows.forEach((row, index) => {
      const at = `${where}:${index + 1}`;
      if (/\b(TO[D]O|FIX[M]E)\b/.test(row) && top !== 'tests') breaches.push(`${at}: unfinished work belongs in an issue`);
      if (/(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/.test(row) && top === 'src') suppressed.push(at);
      if (product && isCast(row)) casts.push(at);
    });
  }
}

if (casts.length > Math.max(1, (lines / 1000) * castsAThousandLines)) {
  breaches.push(`${casts.length} casts in ${lines} lines, at most ${castsAThousandLines} a thousand:\n    ${casts.join('\n    ')}`);
}
const mostSuppressions = Math.floor((lines / 1000) * suppressionsPerThousand);
if (suppressed.length > mostSuppressions) breaches.push(`${suppressed.length} suppressions, at most ${mostSuppressions}:\n    ${suppressed.join('\n    ')}`);

for (const breach of breaches) console.log(breach);
console.log(`${lines} lines, ${casts.length} casts, ${suppressed.length} suppressions, ${breaches.length} over budget`);
process.exitCode = breaches.length ? 1 : 0;

/** `x as Type`, but not `as const`, `import { a as b }`, `* as name`, comments or prose in strings. @param {string} row */
function isCast(row) {
  if (/^\s*(\/\/|\*|\/\*|import\b|export\s*(type\s*)?[{*])/.test(row)) return false;
  const code = row.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''").replace(/\/\/.*$/, '');
  return /[\w)\]}'>!]\s+as\s+(?!const\b)([A-Z_{[(]|unknown\b|string\b|number\b|boolean\b|never\b|any\b|typeof\b|keyof\b|readonly\b)/.test(code);
}

/** @param {string} folder @returns {string[]} */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && /\.(ts|tsx|mjs|cjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes('fixtures'));
}
