/** Blocks that hold text and carry one more line: who said it, what the box is called. */
import { BlockText, type BlockViewProps } from '../block-view.tsx';
import type { ReactNode } from 'react';
import { say } from '../../../language/index.ts';
import { attributesOf, BlockFrame, Line, usePatch } from './block-frame.tsx';

export function QuoteView(view: BlockViewProps): ReactNode {
  return (
    <BlockFrame name="quote" view={view} className="quote">
      <blockquote><BlockText /></blockquote>
      <Attribution view={view} name="quote" />
    </BlockFrame>
  );
}

export function PullQuoteView(view: BlockViewProps): ReactNode {
  return (
    <BlockFrame name="pullQuote" view={view} className="pull-quote">
      <BlockText data-placeholder={view.node.content.size === 0 ? say('editor.pullQuote') : undefined} />
      <Attribution view={view} name="pullQuote" />
    </BlockFrame>
  );
}

function Attribution({ view, name }: { readonly view: BlockViewProps; readonly name: 'quote' | 'pullQuote' }): ReactNode {
  const { attribution } = attributesOf(view, name);
  const patch = usePatch(view, name);
  if (!view.editor.isEditable && attribution === '') return null;
  return (
    <div className="attribution" contentEditable={false}>
      {view.editor.isEditable ? <Line label={say('editor.attribution')} value={attribution} placeholder={say('editor.attributionPlaceholder')} onText={(text) => patch({ attribution: text })} /> : attribution}
    </div>
  );
}

export function FactBoxView(view: BlockViewProps): ReactNode {
  const { title } = attributesOf(view, 'factBox');
  const patch = usePatch(view, 'factBox');
  return (
    <BlockFrame name="factBox" view={view} className="fact-box">
      <div className="fact-title" contentEditable={false}>
        {view.editor.isEditable ? <Line label={say('editor.factTitle')} value={title} placeholder={say('editor.factTitle')} onText={(text) => patch({ title: text })} /> : title}
      </div>
      <BlockText />
    </BlockFrame>
  );
}
