/** What the views of all blocks share: the named group, typed attributes, and inputs that write into them. */
import { BlockElement, type BlockViewProps } from '../block-view.tsx';
import { type CSSProperties, type ReactNode, useCallback } from 'react';
import type { BlockAttributes, BlockName } from '../../../article/blocks/index.ts';
import type { LineProps } from '../../ui/entry.tsx';
import { patchBlock } from '../block-commands.ts';
import { labelOf } from '../node-dom.ts';

/** What the style sheet is told of a block. */
export type BlockStyle = CSSProperties & Readonly<Record<`--${string}`, number>>;

interface FrameProps {
  readonly name: BlockName;
  readonly view: BlockViewProps;
  readonly className?: string;
  readonly style?: BlockStyle | undefined;
  readonly children: ReactNode;
}

export function BlockFrame({ name, view, className = '', style, children }: FrameProps): ReactNode {
  return (
    <BlockElement style={style} role="group" aria-label={labelOf(name)} data-block={name} data-byline={name === 'byline' ? '' : undefined} className={`block ${className} ${view.selected ? 'is-selected' : ''}`}>
      {children}
    </BlockElement>
  );
}

/** The attributes of a view's block; the parser checked them against the same definition. */
export function attributesOf<Name extends BlockName>(view: BlockViewProps, _name: Name): BlockAttributes<Name> {
  return view.node.attrs as BlockAttributes<Name>;
}

/** Writes attributes of the view's block, as one undo step while someone types. */
export function usePatch<Name extends BlockName>(view: BlockViewProps, _name: Name): (patch: Partial<BlockAttributes<Name>>) => void {
  const { editor, getPos } = view;
  return useCallback(
    (patch) => {
      const pos = getPos();
      if (pos !== undefined) patchBlock(editor.view, pos, patch);
    },
    [editor, getPos],
  );
}

/** An input that stands in the page like text; its label is its name. */
export function Line({ label, value, onText, ...rest }: LineProps): ReactNode {
  return <input {...rest} className={`line ${rest.className ?? ''}`} aria-label={label} value={value} autoComplete="off" spellCheck={false} onChange={(event) => onText(event.target.value)} />;
}
