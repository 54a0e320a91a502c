/** What the window needs of an article's editor; src/renderer/editor provides it. */
import type { Article } from '../../article/article.ts';
import type { Metadata } from '../../article/metadata.ts';

export type SaveState = { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly reason: string };

export interface EditorHandle {
  /** The article as it stands in the window; reads the whole document, so never on the typing path. */
  article(): Article;
  setMetadata(patch: Partial<Metadata>): void;
  focusBlock(blockId: string): void;
  /** Resolves when storage has everything, or has said that it cannot. */
  flush(): Promise<unknown>;
  /** One undo step. */
  replaceArticle(article: Article): void;
}
