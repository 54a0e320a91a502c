import { Editor, Extension, Node } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { paragraphs } from '../text.mjs';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const Paragraph = Node.create({ name: 'paragraph', group: 'block', content: 'inline*', renderHTML: () => ['p', 0], parseHTML: () => [{ tag: 'p' }] });
const Picture = Node.create({ name: 'picture', group: 'block', content: 'inline*', addAttributes: () => ({ src: {} }), renderHTML: ({ node }) => ['figure', ['img', { src: node.attrs.src, width: 1600, height: 900 }], ['figcaption', 0]] });
const History = Extension.create({ name: 'history', addProseMirrorPlugins: () => [history()] });

const asked = new URLSearchParams(location.search);
const texts = paragraphs(Number(asked.get('words')));
/** As many pictures as Galley's text has: ten a thousand words, spread evenly. */
const pictures = asked.has('pictures') ? Number(asked.get('words')) / 100 : 0;
const blocks = texts.flatMap((text, index) => {
  const [from, to] = [index, index + 1].map((at) => Math.floor((at * pictures) / texts.length));
  const shown = Array.from({ length: to - from }, (_, n) => ({ type: 'picture', attrs: { src: `/picture-${from + n}.jpg` }, content: [{ type: 'text', text: 'The western pier at low tide.' }] }));
  return [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...shown];
});
const open = () => void new Editor({ element: document.getElementById('page'), extensions: [Doc, Paragraph, Picture, Text, History], content: { type: 'doc', content: blocks } });

if (asked.has('waits')) {
  const button = Object.assign(document.createElement('button'), { textContent: 'Open' });
  button.addEventListener('click', open);
  document.body.prepend(button);
} else open();
