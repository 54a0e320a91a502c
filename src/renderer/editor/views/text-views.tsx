/** Blocks that hold text and carry one more line: who said it, what the box is called; and the gallery and the table. */
import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, toggleHeaderRow } from '@tiptap/pm/tables';
import type { ReactNode } from 'react';
import { type MessageKey, say } from '../../../language/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { idOf } from '../block-ids.ts';
import { appendPictures, choosePictures } from '../pictures.ts';
import { attributesOf, BlockFrame, Line, usePatch } from './block-frame.tsx';

export function QuoteView(view: ReactNodeViewProps): ReactNode {
  return (
    <BlockFrame name="quote" view={view} className="quote">
      <blockquote><NodeViewContent /></blockquote>
      <Attribution view={view} name="quote" />
    </BlockFrame>
  );
}

export function PullQuoteView(view: ReactNodeViewProps): ReactNode {
  return (
    <BlockFrame name="pullQuote" view={view} className="pull-quote">
      <NodeViewContent data-placeholder={view.node.content.size === 0 ? say('editor.pullQuote') : undefined} />
      <Attribution view={view} name="pullQuote" />
    </BlockFrame>
  );
}

function Attribution({ view, name }: { readonly view: ReactNodeViewProps; readonly name: 'quote' | 'pullQuote' }): ReactNode {
  const { attribution } = attributesOf(view, name);
  const patch = usePatch(view, name);
  if (!view.editor.isEditable && attribution === '') return null;
  return (
    <div className="attribution" contentEditable={false}>
      {view.editor.isEditable ? <Line label={say('editor.attribution')} value={attribution} placeholder={say('editor.attributionPlaceholder')} onText={(text) => patch({ attribution: text })} /> : attribution}
    </div>
  );
}

export function FactBoxView(view: ReactNodeViewProps): ReactNode {
  const { title } = attributesOf(view, 'factBox');
  const patch = usePatch(view, 'factBox');
  return (
    <BlockFrame name="factBox" view={view} className="fact-box">
      <div className="fact-title" contentEditable={false}>
        {view.editor.isEditable ? <Line label={say('editor.factTitle')} value={title} placeholder={say('editor.factTitle')} onText={(text) => patch({ title: text })} /> : title}
      </div>
      <NodeViewContent />
    </BlockFrame>
  );
}

export function GalleryView(view: ReactNodeViewProps): ReactNode {
  const notices = useNotices();
  const add = async (): Promise<void> => {
    const added = await choosePictures(notices);
    appendPictures(view.editor.view, idOf(view.node), added);
  };
  return (
    <BlockFrame name="gallery" view={view} className="gallery">
      <NodeViewContent className="gallery-pictures" />
      {view.editor.isEditable ? (
        <div contentEditable={false} className="block-tools"><button type="button" className="btn quiet small" onClick={() => void add()}>{say('editor.addPictures')}</button></div>
      ) : null}
    </BlockFrame>
  );
}

const tableTools: readonly (readonly [MessageKey, Command])[] = [
  ['editor.addRow', addRowAfter],
  ['editor.addColumn', addColumnAfter],
  ['editor.removeRow', deleteRow],
  ['editor.removeColumn', deleteColumn],
  ['editor.headerRow', toggleHeaderRow],
];

export function TableView(view: ReactNodeViewProps): ReactNode {
  const { caption } = attributesOf(view, 'table');
  const patch = usePatch(view, 'table');
  const editable = view.editor.isEditable;
  const run = (command: Command): void => {
    command(view.editor.state, view.editor.view.dispatch);
    view.editor.view.focus();
  };
  return (
    <BlockFrame name="table" view={view} className="table">
      {editable || caption ? (
        <div contentEditable={false} className="table-caption">
          {editable ? <Line label={say('editor.tableCaption')} value={caption} placeholder={say('editor.tableCaption')} onText={(text) => patch({ caption: text })} /> : caption}
        </div>
      ) : null}
      <div className="table-scroll"><NodeViewContent<'table'> as="table" /></div>
      {editable ? (
        <div contentEditable={false} className="block-tools">
          {tableTools.map(([key, command]) => (
            <button key={key} type="button" className="btn quiet small" onMouseDown={(event) => event.preventDefault()} onClick={() => run(command)}>{say(key)}</button>
          ))}
        </div>
      ) : null}
    </BlockFrame>
  );
}
