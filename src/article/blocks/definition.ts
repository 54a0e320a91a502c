import type { Attrs, NodeSpec } from 'prosemirror-model';
import * as v from 'valibot';

/**
 * One node of the article: its ProseMirror grammar and the shape of its attributes.
 * The attribute shape is the single source: types, defaults and validation all come from it.
 */
export interface BlockDefinition<Name extends string = string> {
  readonly name: Name;
  readonly spec: Partial<Pick<NodeSpec, 'content' | 'group' | 'marks' | 'inline' | 'atom' | 'defining' | 'isolating' | 'selectable' | 'code' | 'whitespace' | 'tableRole' | 'linebreakReplacement' | 'draggable'>>;
  /** Entries of the strict attribute object, in canonical order; `null` for a node without attributes. */
  readonly attrs: v.ObjectEntries | null;
}

export const textWithDefault = (value: string): v.OptionalSchema<v.StringSchema<undefined>, string> => v.optional(v.string(), value);
/** An attribute that is `''` where nothing is said. */
export const text = textWithDefault('');
export const orNull = <Schema extends v.GenericSchema>(schema: Schema): v.OptionalSchema<v.NullableSchema<Schema, undefined>, null> => v.optional(v.nullable(schema), null);
export const direction = v.picklist(['ltr', 'rtl']);
/** 1 to 64 letters, digits and hyphens (DESIGN section 3). Uniqueness is the parser's business. */
export const blockId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/, 'a blockId is 1 to 64 letters, digits and hyphens'));
export const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Width and height in CSS pixels. */
export const size = v.strictTuple([positiveInteger, positiveInteger]);

/** Default attributes, as ProseMirror wants them; `blockId` has none and starts as `''` until the editor assigns one. */
export function attributeDefaults(entries: v.ObjectEntries | null): Attrs {
  if (!entries) return {};
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, name === 'blockId' ? '' : (v.getDefault(schema as v.GenericSchema) ?? null)]),
  );
}
