/**
 * Blocks drawn with React inside ProseMirror's page. Tiptap's own binding builds the document a second time once React is there, copies
 * its list of views for each new one, and makes the browser lay out the page for every caption (ADR 10); this one does none of it.
 */
import { type Editor, NodeView, type NodeViewRenderer, type NodeViewRendererOptions, type NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type ComponentProps, type ComponentType, createContext, type DragEvent, type HTMLAttributes, memo, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { v7 } from 'uuid';
import { Store, useStore } from '../ui/store.ts';

/** What a block's component is given. */
export interface BlockViewProps {
  readonly editor: Editor;
  readonly node: Node;
  /** The block as a whole is selected. */
  readonly selected: boolean;
  /** Undefined while the block is not in the page. */
  readonly getPos: () => number | undefined;
}

/** Blocks drawn before the page is first seen; those further down follow while nobody waits, so many at a time. */
const firstDrawn = 30;
const drawnAtATime = 60;

/** The blocks of one editor that React draws, in the order in which they came. */
export class DrawnBlocks {
  readonly drawn = new Store<readonly BlockView[]>([]);
  readonly #there = new Set<BlockView>();
  #isQueued = false;
  #isSlow = false;

  add(block: BlockView): void {
    this.#there.add(block);
    this.#queue();
  }

  remove(block: BlockView): void {
    this.#there.delete(block);
    this.#queue();
  }

  /** Draws what stands on the first screens at once, before the page is painted. */
  drawFirst(): void {
    this.#draw(firstDrawn);
  }

  /** Draws those that came and clears those that went. */
  #draw(atMost: number): void {
    this.#isQueued = false;
    const known = new Set(this.drawn.value);
    const news = [...this.#there].filter((block) => !known.has(block));
    this.#isSlow = news.length > atMost;
    const drawn = [...this.drawn.value.filter((block) => this.#there.has(block)), ...news.slice(0, atMost)];
    if (drawn.length !== known.size || drawn.some((block) => !known.has(block))) this.drawn.set(drawn);
    if (this.#isSlow) this.#queue();
  }

  #queue(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    if (this.#isSlow) requestIdleCallback(() => this.#draw(drawnAtATime));
    else queueMicrotask(() => this.#draw(firstDrawn));
  }
}

/** A ProseMirror node view whose inside is a React component. */
export class BlockView extends NodeView<ComponentType<BlockViewProps>> {
  readonly key = v7();
  readonly props: Store<BlockViewProps>;
  readonly #blocks: DrawnBlocks;
  readonly #frame = document.createElement('div');
  readonly #text: HTMLElement | null;

  constructor(component: ComponentType<BlockViewProps>, given: NodeViewRendererProps, blocks: DrawnBlocks, options: Partial<NodeViewRendererOptions>) {
    super(component, given, options);
    this.props = new Store<BlockViewProps>({ editor: this.editor, node: this.node, selected: false, getPos: this.getPos });
    this.#text = this.node.isLeaf ? null : document.createElement(options.contentDOMElementTag ?? 'div');
    if (this.#text) {
      this.#text.dataset['blockText'] = '';
      // ProseMirror maps the selection into the text before React has drawn what stands around it.
      this.#frame.append(this.#text);
    }
    this.#blocks = blocks;
    blocks.add(this);
  }

  override get dom(): HTMLElement {
    return this.#frame;
  }

  override get contentDOM(): HTMLElement | null {
    return this.#text;
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    if (node !== this.node) {
      this.node = node;
      this.props.set({ ...this.props.value, node });
    }
    return true;
  }

  selectNode(): void {
    this.#select(true);
  }

  deselectNode(): void {
    this.#select(false);
  }

  destroy(): void {
    this.#blocks.remove(this);
  }

  /** Moves the block's text to where the component wants it. The caret is only asked for where there is one: the browser lays out the page for it. */
  readonly textRef = (place: HTMLElement | null): void => {
    if (!place || !this.#text || this.#text.parentNode === place) return;
    const restore = this.editor.isFocused ? caretIn(this.#text) : null;
    place.append(this.#text);
    restore?.();
  };

  readonly startDrag = (event: DragEvent): void => this.onDragStart(event.nativeEvent);

  #select(selected: boolean): void {
    this.#frame.classList.toggle('ProseMirror-selectednode', selected);
    this.props.set({ ...this.props.value, selected });
  }
}

/** A renderer of a block for Tiptap's extension. */
export const drawnWith = (component: ComponentType<BlockViewProps>, blocks: DrawnBlocks, options: Partial<NodeViewRendererOptions> = {}): NodeViewRenderer => (given) => new BlockView(component, given, blocks, options);

/** Keeps a selection that begins in the element over a move of it: moving would lose it. */
function caretIn(element: HTMLElement): (() => void) | null {
  const selection = document.getSelection();
  if (!selection) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode || !element.contains(anchorNode)) return null;
  return () => selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

const Around = createContext<BlockView | null>(null);

/** Everything React draws inside one editor's page. */
export function Blocks({ blocks }: { readonly blocks: DrawnBlocks }): ReactNode {
  const drawn = useStore(blocks.drawn);
  return drawn.map((block) => <Drawn key={block.key} block={block} />);
}

const Drawn = memo(function Drawn({ block }: { readonly block: BlockView }): ReactNode {
  const props = useStore(block.props);
  const Component = block.component;
  return createPortal(<Around value={block}><Component {...props} /></Around>, block.dom);
});

function useBlock(): BlockView {
  const block = useContext(Around);
  if (!block) throw new Error('a part of a block stands outside of one');
  return block;
}

/** The outermost element of a block; it starts the drag of the whole block. */
export function BlockElement(props: ComponentProps<'div'>): ReactNode {
  return <div {...props} onDragStart={useBlock().startDrag} />;
}

/** Where the block's own text stands. */
export function BlockText({ as: Element = 'div', ...props }: HTMLAttributes<HTMLElement> & { readonly as?: 'div' | 'figcaption' | 'table' }): ReactNode {
  const { textRef } = useBlock();
  return <Element {...props} ref={textRef} />;
}
