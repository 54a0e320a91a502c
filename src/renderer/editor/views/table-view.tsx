import { BlockText, type BlockViewProps } from '../block-view.tsx';
import type { Command } from '@tiptap/pm/state';
import type { ReactNode } from 'react';
import { say } from '../../../language/index.ts';
import { alone, tableTools } from '../table-commands.ts';
import { attributesOf, BlockFrame, Line, usePatch } from './block-frame.tsx';

/** A table with its tools below it, shown while the caret or the mouse is in it. */
export function TableView(view: BlockViewProps): ReactNode {
  const { caption } = attributesOf(view, 'table');
  const patch = usePatch(view, 'table');
  const editable = view.editor.isEditable;
  const run = (command: Command): void => {
    alone(command)(view.editor.state, view.editor.view.dispatch);
    view.editor.view.focus();
  };
  return (
    <BlockFrame name="table" view={view} className="table">
      {editable || caption ? (
        <div contentEditable={false} className="table-caption">
          {editable ? <Line label={say('editor.tableCaption')} value={caption} placeholder={say('editor.tableCaption')} onText={(text) => patch({ caption: text })} /> : caption}
        </div>
      ) : null}
      <div className="table-scroll"><BlockText as="table" /></div>
      {editable ? (
        <div contentEditable={false} className="table-tools float" role="toolbar" aria-label={say('editor.tableTools')}>
          {tableTools.map((group, index) => (
            <div key={index}>
              {group.map(([key, command]) => (
                <button key={key} type="button" className="btn quiet small" onMouseDown={(event) => event.preventDefault()} onClick={() => run(command)}>{say(key)}</button>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </BlockFrame>
  );
}
