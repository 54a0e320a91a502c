import type { KeptTab, Place } from '../../ipc/session.ts';
import type { EditorHandle, KeptText } from '../editor/article-editor.tsx';

/** Texts kept with their history at once; the tabs left longer ago begin from the store again, at their place. */
const mostTexts = 10;

/** What the tabs that are not in front were left with. */
export class TabMemory {
  readonly #places = new Map<string, Place>();
  /** The one left last is the last. */
  readonly #texts = new Map<string, KeptText>();

  constructor(tabs: readonly KeptTab[]) {
    for (const { articleId, place } of tabs) if (place) this.notePlace(articleId, place);
  }

  notePlace(articleId: string, place: Place): void {
    this.#places.set(articleId, place);
  }

  /** The page of an article goes; everything it has is in the store. */
  keep(page: EditorHandle): void {
    this.notePlace(page.articleId, page.place());
    this.#texts.delete(page.articleId);
    this.#texts.set(page.articleId, page.keep());
    const [oldest] = this.#texts.keys();
    if (oldest !== undefined && this.#texts.size > mostTexts) this.#texts.delete(oldest);
  }

  placeOf(articleId: string): Place | null {
    return this.#places.get(articleId) ?? null;
  }

  textOf(articleId: string): KeptText | null {
    return this.#texts.get(articleId) ?? null;
  }

  /** What an article's text was is not wanted any more. */
  forgetText(articleId: string): void {
    this.#texts.delete(articleId);
  }
}
