import { Editor, Node } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { Extension } from '@tiptap/core';
import { paragraphs } from '../text.mjs';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const Paragraph = Node.create({ name: 'paragraph', group: 'block', content: 'inline*', renderHTML: () => ['p', 0], parseHTML: () => [{ tag: 'p' }] });
const History = Extension.create({ name: 'history', addProseMirrorPlugins: () => [history()] });

const count = Number(new URLSearchParams(location.search).get('words'));
new Editor({
  element: document.getElementById('page'),
  extensions: [Doc, Paragraph, Text, History],
  content: { type: 'doc', content: paragraphs(count).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
});
document.body.dataset.ready = 'yes';
