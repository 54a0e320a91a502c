import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { BodyJson } from '../../src/article/body.ts';
import { checkArticle } from '../../src/article/checks/index.ts';
import type { Example } from '../../src/article/checks/rules/declaration.ts';
import { articleOf, exampleNow } from '../../src/article/checks/rules/example-article.ts';
import { ruleIds, rules } from '../../src/article/checks/rules/index.ts';
import { say } from '../../src/language/index.ts';

const guide = new URL('../../docs/guide/checks.md', import.meta.url);

/** The guide's page, from the rules themselves: `GALLEY_UPDATE=1` writes it anew. */
function page(): string {
  const sections = ruleIds.map((rule) => {
    const { level, fails, passes } = rules[rule];
    const sentence = (example: Example): string => checkArticle(articleOf(example), { now: exampleNow, ...example.options })[0]?.message ?? '';
    return `## ${say(`rules.${rule}`)}\n\n\`${rule}\`, ${level}.\n\n${[...fails.map((example) => `- Not: ${shown(example)}  \n  “${sentence(example)}”`), ...passes.map((example) => `- But: ${shown(example)}`)].join('\n')}`;
  });
  return `# What Galley checks\n\nEvery rule with its level out of the box and examples, which are also its tests. An error stops every way out: files, copying as HTML, printing, the command line. A newsroom can give each rule another level, or switch it off, with a reason (Settings, Checks); only an embargo and an undecided conflict always stop. How often the rules speak without cause is counted in [checks.md](../checks.md).\n\n${sections.join('\n\n')}\n`;
}

/** What an example says, in one line; the rest of its article is in order. */
function shown({ blocks = [], file, options, metadata = {}, ...fields }: Example): string {
  const parts = [
    ...blocks.map(blockShown),
    ...Object.entries(fields).map(([name, value]) => `${name} ${code(value)}`),
    ...Object.entries(metadata).map(([name, value]) => `${name} ${code(value)}`),
    ...(file === undefined ? [] : [file ? `a picture file of ${file.width} × ${file.height} pixels` : 'no picture file']),
    ...Object.entries(options ?? {}).map(([name, value]) => `with ${name} set to ${code(value)}`),
  ];
  return parts.join(' · ');
}

const code = (value: unknown): string => (value === '' ? 'empty' : `\`${short(typeof value === 'string' ? value : JSON.stringify(value))}\``);
const short = (value: string): string => (value.length > 140 ? `${value.slice(0, 60).trimEnd()}… (${value.length} characters)` : value);

function blockShown({ type, attrs = {}, content = [] }: BodyJson): string {
  const said = Object.entries(attrs).filter(([name]) => name !== 'imageId' || attrs[name] === null).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
  const inside = content.map((node) => node.text === undefined ? blockShown(node) : (node.marks ?? []).some((mark) => mark.type === 'link') ? `[${node.text}](${String(node.marks?.[0]?.attrs?.['href'])})` : node.text).join('');
  if (type === 'paragraph') return inside.length > 300 ? `a paragraph of ${inside.split(' ').length} words` : code(inside);
  return `${type}${said === '' ? '' : ` (${code(said).slice(1, -1)})`}${inside === '' || type === 'image' ? '' : ` ${inside.startsWith('`') || inside.includes('(`') ? inside : code(inside)}`}`;
}

test('the guide says what the rules do', () => {
  if (process.env['GALLEY_UPDATE'] === '1') writeFileSync(guide, page());
  expect(readFileSync(guide, 'utf8')).toBe(page());
});
