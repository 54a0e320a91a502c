import { type DrawnBlocks, drawnWith } from '../block-view.tsx';
import type { BlockViews } from '../tiptap-schema.ts';
import { BylineView } from './byline-view.tsx';
import { AdSlotView } from './ad-slot-view.tsx';
import { EmbedView } from './embed-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { ImageView } from './image-view.tsx';
import { TableView } from './table-view.tsx';
import { FactBoxView, PullQuoteView, QuoteView } from './text-views.tsx';

/** The blocks with controls. Paragraphs, subheads, lists, the divider and preformatted text are plain elements. */
export const blockViews = (blocks: DrawnBlocks): BlockViews => ({
  byline: drawnWith(BylineView, blocks),
  image: drawnWith(ImageView, blocks),
  gallery: drawnWith(GalleryView, blocks),
  adSlot: drawnWith(AdSlotView, blocks),
  embed: drawnWith(EmbedView, blocks),
  quote: drawnWith(QuoteView, blocks),
  pullQuote: drawnWith(PullQuoteView, blocks),
  factBox: drawnWith(FactBoxView, blocks),
  table: drawnWith(TableView, blocks, { contentDOMElementTag: 'tbody' }),
});
