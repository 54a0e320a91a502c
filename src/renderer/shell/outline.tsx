import { type ReactNode, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { attributeOf, idOf } from '../../article/checks/text.ts';
import { markedText } from '../../article/compare/inline.ts';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { isBlockName, labelOf } from '../editor/node-dom.ts';
import { Chooser, type ChooserItem } from '../ui/chooser.tsx';
import { useCommands } from './command-desk.ts';
import { fit } from './matching.ts';

interface OutlineProps {
  readonly article: Article;
  readonly editor: RefObject<EditorHandle | null>;
  /** Brings the page back where an old version covers it. */
  readonly showPage: () => void;
}

/** The article by its headline, subheads and boxes, to jump by: asked for by its command, typed to narrow. */
export function Outline({ article, editor, showPage }: OutlineProps): ReactNode {
  const [query, setQuery] = useState<string | null>(null);
  useCommands({ outline: () => setQuery('') });
  if (query === null) return null;
  const items = (article.body.content ?? []).flatMap(itemOf).filter(({ label }) => fit(query, label) > 0);
  return (
    <Chooser label={say('commands.outlineSearch')} query={query} onQuery={setQuery} items={items} empty={say('commands.outlineNone')} onClose={() => setQuery(null)} onChoose={(blockId) => {
      // At once: what is struck next means the place that was chosen.
      flushSync(() => {
        setQuery(null);
        showPage();
      });
      editor.current?.focusPlace({ blockId });
    }} />
  );
}

function itemOf(block: BodyJson): ChooserItem[] {
  const label = block.type === 'factBox' ? attributeOf(block, 'title') : markedText(block).text;
  const isEntry = block.type === 'headline' || block.type === 'subhead' || block.type === 'factBox';
  if (!isEntry || label.trim() === '' || !isBlockName(block.type)) return [];
  const level = block.attrs?.['level'];
  return [{ id: idOf(block), label, about: typeof level === 'number' ? say('library.placeNumbered', { label: labelOf(block.type), count: level }) : labelOf(block.type), keys: '' }];
}
