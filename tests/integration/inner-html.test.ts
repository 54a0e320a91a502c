import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const assets = resolve(import.meta.dirname, '../../out/renderer/assets');

/** Each place of the built window that names `innerHTML`, with short names as `_`, and why it may. A new one fails this test until it is understood. */
const allowed: Readonly<Record<string, string>> = {
  '_.innerHTML=`<script><\\/script>`': 'React makes an inert script element; we render none',
  '_?.__html!==_&&(_.innerHTML=_)': 'React, dangerouslySetInnerHTML; we use none, and Trusted Types refuse a string',
  'case`innerHTML`:case`ref`': 'React, a list of property names',
  '.reverse().join(``)),_.innerHTML=_(_)': "ProseMirror's own paste; ours takes the event before it",
  '.setData(`text/html`,_.innerHTML)': 'ProseMirror reads on copy; ours takes the event before it',
  ',_.textContent,_.innerHTML,': 'ProseMirror reads, for browsers without clipboard data',
  '.setData(_?`Text`:`text/html`,_.innerHTML)': 'ProseMirror reads on drag',
  'return _.appendChild(_),_.innerHTML}': 'Tiptap reads, getHTML; we do not call it',
  '}`,``),_.innerHTML=_,document.getElementsByTagName(`head`)': 'Tiptap, injectCSS; switched off',
};

it('names innerHTML only where it is known to be harmless', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const places = scripts.flatMap((name) => [...readFileSync(join(assets, name), 'utf8').matchAll(/.{0,80}innerHTML.{0,40}/g)]).map(([place]) => place.replaceAll(/(?<![\w$])[\w$]{1,2}(?![\w$])/g, '_'));
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !Object.keys(allowed).some((known) => place.includes(known)))).toEqual([]);
});

it('is not styled with a string at run time by us', () => {
  const sources = readdirSync(resolve(import.meta.dirname, '../../src/renderer'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  for (const name of sources) {
    const source = readFileSync(resolve(import.meta.dirname, '../../src/renderer', name), 'utf8');
    expect(source, name).not.toMatch(/\.innerHTML\s*=|dangerouslySetInnerHTML|insertAdjacentHTML|outerHTML\s*=|document\.write/);
  }
});
