import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { parseArticle } from '../article.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { articleIdIn, importFile } from '../import/index.ts';
import { plain } from '../plain.ts';
import { exportArticle } from './index.ts';
import { publicPart } from './public-part.ts';
import { renderTemplate, templateFault } from './template.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const context = { imageAddress: () => 'boats.jpg', language: 'en' };
const whole = '<!doctype html>\n<html lang="{{ language }}"><head>{{ head }}<style>{{ style }}</style></head><body><header>The Paper · {{ section | upcase }}</header>{{ article }}</body></html>\n';

const shown = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node && !(node.type === 'element' && ['head', 'script'].includes(node.tagName)) ? node.children.map(shown).join('') : '');

describe('a newsroom’s page', () => {
  test('that holds our article element comes back whole', () => {
    const { content, fileName } = exportArticle(example, 'html', { templates: { html: whole }, hasPicture: () => true });
    expect(String(content)).toContain(`<header>The Paper · ${example.metadata.section.toUpperCase()}</header>`);
    const read = importFile({ name: fileName, bytes: new TextEncoder().encode(String(content)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
    expect(read.ok && publicPart(read.value.article)).toEqual(publicPart(example));
  });

  test('of another make still says whose file it is', () => {
    const page = renderTemplate('<html><body><h1>{{ headline }}</h1>{{ body }}</body></html>', 'html', example, context);
    expect(articleIdIn(new TextEncoder().encode(page))).toBe(example.id);
    expect(page).toMatch(/-->\s*<\/body>/);
  });

  test('escapes what a person wrote, wherever it is printed', () => {
    fc.assert(
      fc.property(articleArbitrary, (any) => {
        const article = plain({ ...any, metadata: { ...any.metadata, section: '<script>alert(1)</script>"\'&amp;', genre: '" onload="x' } });
        const page = fromHtml(renderTemplate('<p title="{{ genre }}">{{ section }}</p><h1>{{ headline }}</h1>', 'html', article, context), { fragment: true });
        const [line, heading] = page.children;
        expect(line).toMatchObject({ tagName: 'p', properties: { title: '" onload="x' }, children: [{ type: 'text', value: '<script>alert(1)</script>"\'&amp;' }] });
        expect(heading && shown(heading).replace(/\s+/g, '')).toBe((article.body.content?.[0]?.content ?? []).map(({ text }) => text ?? '').join('').replace(/\s+/g, ''));
      }),
      { numRuns: 100 },
    );
  });
});

test('a text of the newsroom’s own form has every name, its lists among them, and no escapes', () => {
  const source = '{{ slugline }}\n{% for person in byline %}{{ person.label }} {{ person.name }}; {% endfor %}\n{{ text }}{% if published %}{{ published.iso }}{% endif %}{% for picture in pictures %}\n{{ picture.role }}: {{ picture.credit }}{% endfor %}';
  const { content } = exportArticle({ ...example, metadata: { ...example.metadata, slugline: 'A & B <C>' } }, 'text', { templates: { text: source } });
  expect(String(content)).toMatch(/^A & B <C>\nReported by Ines Moreau; Pictures by Tom Adeyemi; \n/);
  expect(String(content)).toContain('2024-03-04T16:40:00+05:30');
  expect(String(content)).toContain('lead: Tom Adeyemi / Galley News');
});

test.each([
  ['fine\n{{ headlin }}', 2, 'undefined variable: headlin'],
  ['\n\n{% if section %}', 3, 'tag {% if section %} not closed'],
  ['{{ headline | shout }}', 1, 'undefined filter: shout'],
  ['a\nb\n{% include "secrets" %}', 3, 'tag "include" not found'],
  ['{% render "x" %}', 1, 'tag "render" not found'],
  ['\n{{ published }}', 2, 'this has parts and no words of its own; name one of them, such as published.iso'],
  ['{{ headline.constructor }}', 1, 'undefined variable: headline.constructor'],
  ['{{ tags.__proto__ }}', 1, 'undefined variable: tags.__proto__'],
  ['{% assign x = "a" %}{% for i in (1..1000) %}{% assign x = x | append: x %}{% endfor %}', 1, 'memory alloc limit exceeded'],
  ['{% for i in (1..9000000) %}{% for j in (1..9000000) %}{{ j }}{% endfor %}{% endfor %}', 1, expect.stringMatching(/limit exceeded/)],
  ['', 1, 'there is nothing in it to write, and every article would be an empty file'],
  ['\ufeff \n\t\n', 1, 'there is nothing in it to write, and every article would be an empty file'],
  [`<p>\n${'y'.repeat(500_000)}`, 2, 'it is longer than 500,000 characters, and no page needs that many'],
  ['{% comment %}to be written{% endcomment %}\n', 1, 'there is nothing in it to write, and every article would be an empty file'],
])('%j is refused with its line', (source, line, what) => {
  const fault = templateFault(source, 'html');
  expect(fault?.line).toBe(line);
  expect(fault?.message.replace(/^Line \d+ of the template: /, '')).toEqual(what);
});

test.each([
  ['tags', '{% if section %}'.repeat(20_000)],
  ['brackets', `{{ ${'tags['.repeat(20_000)}0${']'.repeat(20_000)} }}`],
])('thousands of %s in each other are refused with the line, however much stack there is', (_what, nested) => {
  expect(templateFault(`<p>\n${nested}`, 'html')).toMatchObject({ line: 2, message: 'Line 2 of the template: tags or brackets stand in each other too deep to be read' });
});

test('a template in use that somebody emptied is refused at the export', () => {
  expect(() => renderTemplate(' \n', 'text', example, context)).toThrow('there is nothing in it to write');
});

test('what an empty article does not have is no fault where the template asks first', () => {
  expect(templateFault('{% if dateline %}{{ dateline }}{% endif %}{% for tag in tags %}{{ tag }}{% endfor %}{{ published.iso }}', 'html')).toBeNull();
});
