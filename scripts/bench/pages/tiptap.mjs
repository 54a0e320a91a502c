import { Editor, Extension, Node } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { EditorContent, NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, useEditor } from '@tiptap/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { paragraphs } from '../text.mjs';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const Paragraph = Node.create({ name: 'paragraph', group: 'block', content: 'inline*', renderHTML: () => ['p', 0], parseHTML: () => [{ tag: 'p' }] });
/** A picture as Tiptap's guide makes one: a React component with an editable caption. */
const PictureView = ({ node }) => createElement(NodeViewWrapper, { as: 'figure' }, createElement('img', { src: node.attrs.src, width: 1600, height: 900 }), createElement(NodeViewContent, { as: 'figcaption' }));
const Picture = Node.create({ name: 'picture', group: 'block', content: 'inline*', addAttributes: () => ({ src: {} }), renderHTML: () => ['figure', 0], addNodeView: () => ReactNodeViewRenderer(PictureView) });
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
const options = { extensions: [Doc, Paragraph, Picture, Text, History], content: { type: 'doc', content: blocks } };
const Page = () => createElement(EditorContent, { editor: useEditor(options) });
/** Without pictures there is nothing for React to do. */
const open = () => (pictures > 0 ? createRoot(document.getElementById('page')).render(createElement(Page)) : void new Editor({ element: document.getElementById('page'), ...options }));

if (asked.has('waits')) {
  const button = Object.assign(document.createElement('button'), { textContent: 'Open' });
  button.addEventListener('click', open);
  document.body.prepend(button);
} else open();
