import { ReactNodeViewRenderer } from '@tiptap/react';
import type { BlockViews } from '../tiptap-schema.ts';
import { BylineView } from './byline-view.tsx';
import { AdSlotView } from './ad-slot-view.tsx';
import { EmbedView } from './embed-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { ImageView } from './image-view.tsx';
import { TableView } from './table-view.tsx';
import { FactBoxView, PullQuoteView, QuoteView } from './text-views.tsx';

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
