/** What a rule declares of itself: its level out of the box, and articles that break it and keep it. The guide shows them, the tests try them. */
import type { BodyJson } from '../../body.ts';
import type { Rights } from '../../newsroom/rights.ts';
import type { Metadata } from '../../metadata.ts';
import type { Conventions } from '../../newsroom/conventions.ts';

export type Level = 'error' | 'warning' | 'note';

/** An article nothing is wrong with, but for what is said here. Blocks have no ids yet. */
export interface Example {
  readonly blocks?: readonly BodyJson[];
  readonly headline?: string;
  readonly standfirst?: string;
  readonly contributors?: readonly Readonly<Record<string, string>>[];
  readonly metadata?: Partial<Metadata>;
  /** Pixels of the picture file; null where there is no file. */
  readonly file?: { readonly width: number; readonly height: number } | null;
  readonly conflicts?: readonly unknown[];
  /** What the newsroom has set. */
  readonly options?: {
    readonly terms?: readonly { readonly wrong: string; readonly right: string }[];
    readonly adSpacing?: { readonly between: number; readonly perSlot: number };
    readonly lineLength?: number;
    readonly conventions?: Partial<Conventions>;
    readonly rights?: Rights;
  };
}

export interface Declaration {
  readonly level: Level;
  /** Each breaks this rule and no other. */
  readonly fails: readonly Example[];
  /** Each keeps every rule, however near it comes to breaking this one. */
  readonly passes: readonly Example[];
}

export const text = (value: string, marks?: BodyJson['marks']): BodyJson => ({ type: 'text', text: value, ...(marks ? { marks } : {}) });
export const link = (href: string): NonNullable<BodyJson['marks']> => [{ type: 'link', attrs: { href } }];
export const block = (type: string, content: string | readonly BodyJson[] = '', attrs: Readonly<Record<string, unknown>> = {}): BodyJson => ({
  type, attrs: { ...attrs }, ...(content === '' ? {} : { content: typeof content === 'string' ? [text(content)] : content }),
});
export const para = (content: string | readonly BodyJson[]): BodyJson => block('paragraph', content);
/** An article of paragraphs. */
export const copy = (...paragraphs: readonly string[]): Example => ({ blocks: paragraphs.map((one) => para(one)) });
/** A paragraph long enough to stand between two ads. */
export const long = (): BodyJson => para('The council voted on Tuesday to keep the two ferries running until the new crossing opens. '.repeat(8).trim());

export const exampleImageId = `sha256-${'b'.repeat(64)}`;
export const image = (attrs: Readonly<Record<string, unknown>> = {}): BodyJson => block('image', 'The pier', { imageId: exampleImageId, alt: 'A pier at low tide', credit: 'Ana Lima', ...attrs });
export const slot = (attrs: Readonly<Record<string, unknown>> = {}): BodyJson => block('adSlot', '', { sizes: [[300, 250]], reserve: 250, ...attrs });
export const list = (type: 'bulletList' | 'orderedList'): BodyJson => block(type, [block('listItem', [long()])]);
