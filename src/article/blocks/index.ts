import type * as v from 'valibot';
import { adSlot } from './ad-slot.ts';
import { bulletList } from './bullet-list.ts';
import { byline } from './byline.ts';
import { divider } from './divider.ts';
import { embed } from './embed.ts';
import { factBox } from './fact-box.ts';
import { gallery } from './gallery.ts';
import { headline } from './headline.ts';
import { image } from './image.ts';
import { listItem } from './list-item.ts';
import { orderedList } from './ordered-list.ts';
import { paragraph } from './paragraph.ts';
import { preformatted } from './preformatted.ts';
import { pullQuote } from './pull-quote.ts';
import { quote } from './quote.ts';
import { standfirst } from './standfirst.ts';
import { subhead } from './subhead.ts';
import { table, tableCell, tableHeader, tableRow } from './table.ts';

/** Every block of the article. A new one is one file and one line here; the compiler then asks each table for it. */
export const blocks = {
  headline, standfirst, byline, paragraph, subhead, bulletList, orderedList, listItem, quote, pullQuote, image, gallery,
  adSlot, embed, table, tableRow, tableHeader, tableCell, factBox, divider, preformatted,
} as const;

export type BlockName = keyof typeof blocks;
type AttributeEntries<Name extends BlockName> = (typeof blocks)[Name]['attrs'];
/** The attributes of a block, typed from its definition. */
export type BlockAttributes<Name extends BlockName> = AttributeEntries<Name> extends v.ObjectEntries ? v.InferOutput<v.StrictObjectSchema<AttributeEntries<Name>, undefined>> : Record<string, never>;

/** Blocks that may stand at the top level of the body, the three fields aside. */
export const bodyBlockNames = (Object.keys(blocks) as BlockName[]).filter((name) => 'group' in blocks[name].spec);
export type BodyBlockName = Exclude<BlockName, 'headline' | 'standfirst' | 'byline' | 'listItem' | 'tableRow' | 'tableHeader' | 'tableCell'>;
export const fieldNames = ['headline', 'standfirst', 'byline'] as const;
export type FieldName = (typeof fieldNames)[number];
