import { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schema } from '../../article/schema.ts';
import { showTextMarks, textMarksPlugin } from './text-marks.ts';

const plugin = textMarksPlugin();

/** What of a view the marks need, with a real state. */
class Page implements Pick<EditorView, 'state' | 'composing' | 'isDestroyed'> {
  composing = false;
  isDestroyed = false;
  state = EditorState.create({ doc: schema.node('doc', null, [schema.node('headline', { blockId: 'h' }), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' }), schema.node('paragraph', { blockId: 'p' }, schema.text('It costs TKTK crore.'))]), plugins: [plugin] });

  readonly dispatch = (transaction: EditorState['tr']): void => {
    this.state = this.state.apply(transaction);
  };

  /** Where the paragraph's text begins. */
  get start(): number {
    return this.state.doc.content.size - this.state.doc.child(3).nodeSize + 1;
  }

  type(text: string): void {
    this.dispatch(this.state.tr.insertText(text, this.start));
  }

  shown(): string[] {
    return plugin.getState(this.state)?.marks.find().map(({ from, to }) => this.state.doc.textBetween(from, to)) ?? [];
  }

  mark(from: number, to: number): () => void {
    return showTextMarks(this as unknown as EditorView, [{ blockId: 'p', from, to, className: 'found-error' }]);
  }
}

describe('marks under the text', () => {
  beforeEach(() => { vi.useFakeTimers({ now: 1_000_000 }); });
  afterEach(() => { vi.useRealTimers(); });

  it('move along with what is typed before them', () => {
    const page = new Page();
    page.mark(9, 13);
    expect(page.shown()).toEqual(['TKTK']);
    page.type('He said: ');
    expect(page.shown()).toEqual(['TKTK']);
  });

  it('come when the hands rest, and do not once they are given up', () => {
    const page = new Page();
    page.type('So: ');
    const giveUp = page.mark(0, 2);
    vi.advanceTimersByTime(400);
    expect(page.shown()).toEqual([]);
    giveUp();
    vi.advanceTimersByTime(5000);
    expect(page.shown()).toEqual([]);
    page.type('And ');
    page.mark(17, 21);
    vi.advanceTimersByTime(800);
    expect(page.shown()).toEqual(['TKTK']);
  });

  it('leave alone what is being composed', () => {
    const page = new Page();
    page.composing = true;
    page.mark(9, 13);
    vi.advanceTimersByTime(5000);
    expect(page.shown()).toEqual([]);
    page.composing = false;
    vi.advanceTimersByTime(1000);
    expect(page.shown()).toEqual(['TKTK']);
  });

  it('give way to others, and a page that is gone gets none', () => {
    const page = new Page();
    page.mark(9, 13);
    page.mark(0, 2);
    expect(page.shown()).toEqual(['It']);
    page.isDestroyed = true;
    page.mark(9, 13);
    expect(page.shown()).toEqual(['It']);
  });
});
