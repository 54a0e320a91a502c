import { ReactNodeViewRenderer } from '@tiptap/react';
import type { BlockViews } from '../tiptap-schema.ts';
import { BylineView } from './byline-view.tsx';
import { AdSlotView, EmbedView } from './card-views.tsx';
import { ImageView } from './image-view.tsx';
import { FactBoxView, GalleryView, PullQuoteView, QuoteView, TableView } from './text-views.tsx';

/** The blocks with controls. Paragraphs, subheads, lists, the divider and preformatted text are plain elements. */
export const blockViews: BlockViews = {
  byline: ReactNodeViewRenderer(BylineView),
  image: ReactNodeViewRenderer(ImageView),
  gallery: ReactNodeViewRenderer(GalleryView),
  adSlot: ReactNodeViewRenderer(AdSlotView),
  embed: ReactNodeViewRenderer(EmbedView),
  quote: ReactNodeViewRenderer(QuoteView),
  pullQuote: ReactNodeViewRenderer(PullQuoteView),
  factBox: ReactNodeViewRenderer(FactBoxView),
  table: ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }),
};
