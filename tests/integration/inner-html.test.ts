import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const assets = resolve(import.meta.dirname, '../../out/renderer/assets');

/** Each place of the built window that names `innerHTML`, and why it may. A new one fails this test until it is understood. */
const allowed: Readonly<Record<string, string>> = {
  'nextResource.innerHTML = "<script><\\/script>";': 'React makes an inert script element; we render none',
  '(null != prevValue ? prevValue.__html : void 0) !== key && (domElement.innerHTML = key);': 'React, dangerouslySetInnerHTML; we use none, and Trusted Types refuse a string',
  'case "innerHTML":': 'React, a list of property names',
  'elt.innerHTML = maybeWrapTrusted(html);': "ProseMirror's own paste; ours takes the event before it",
  'data.setData("text/html", dom.innerHTML);': 'ProseMirror reads on copy; ours takes the event before it',
  'else doPaste(view, target.textContent, target.innerHTML, plain, event);': 'ProseMirror reads, for browsers without clipboard data',
  'event.dataTransfer.setData(brokenClipboardAPI ? "Text" : "text/html", dom.innerHTML);': 'ProseMirror reads on drag',
  'return container.innerHTML;': 'Tiptap reads, getHTML; we do not call it',
  'styleNode.innerHTML = style;': 'Tiptap, injectCSS; switched off',
};

it('names innerHTML only where it is known to be harmless', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const places = scripts.flatMap((name) => readFileSync(join(assets, name), 'utf8').split('\n')).filter((line) => line.includes('innerHTML') && !line.trim().startsWith('*'));
  expect(places.length).toBeGreaterThan(0);
  expect(places.map((line) => line.trim()).filter((line) => !(line in allowed))).toEqual([]);
});

it('is not styled with a string at run time by us', () => {
  const sources = readdirSync(resolve(import.meta.dirname, '../../src/renderer'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  for (const name of sources) {
    const source = readFileSync(resolve(import.meta.dirname, '../../src/renderer', name), 'utf8');
    expect(source, name).not.toMatch(/\.innerHTML\s*=|dangerouslySetInnerHTML|insertAdjacentHTML|outerHTML\s*=|document\.write/);
  }
});
