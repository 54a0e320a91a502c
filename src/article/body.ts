import * as v from 'valibot';
import { blocks, type BlockName } from './blocks/index.ts';
import { marks, type MarkName } from './marks/index.ts';
import { failed, firstIssue, ok, type Parsed } from './parsed.ts';
import { schema } from './schema.ts';

/** ProseMirror JSON of a node. */
export interface BodyJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyJson[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

/** Nesting beyond this is refused before any recursive code sees it. */
export const deepestNesting = 200;

/** Checks a body against the schema, block ids included, and gives its canonical JSON. */
export function parseBody(json: unknown): Parsed<BodyJson> {
  const seen = new Set<string>();
  const cleaned = cleanNode(json, 'body', seen, 0);
  if (!cleaned.ok) return cleaned;
  return checked(cleaned.value, 'doc');
}

/** The same for some blocks on their own (clipboard, paste, restore of one block); ids are only checked for their form. */
export function parseBlocks(json: unknown): Parsed<readonly BodyJson[]> {
  if (!Array.isArray(json)) return failed('bad-content', 'blocks', 'expected a list of blocks');
  const seen = new Set<string>();
  const result: BodyJson[] = [];
  for (const [index, item] of json.entries()) {
    const cleaned = cleanNode(item, `blocks.${index}`, seen, 0);
    if (!cleaned.ok) return cleaned;
    const whole = checked(cleaned.value, cleaned.value.type);
    if (!whole.ok) return whole;
    result.push(whole.value);
  }
  return ok(result);
}

function checked(json: BodyJson, topType: string): Parsed<BodyJson> {
  if (json.type !== topType) return failed('bad-content', 'body', `expected “${topType}”, found “${json.type}”`);
  try {
    const node = schema.nodeFromJSON(json);
    node.check();
    return ok(canonical(node.toJSON() as BodyJson));
  } catch (error) {
    if (error instanceof RangeError) return failed('bad-content', 'body', error.message);
    throw error;
  }
}

const attributeSchemas = new Map<string, v.GenericSchema<unknown, Record<string, unknown>>>();
for (const [name, { attrs }] of [...Object.entries(blocks), ...Object.entries(marks)]) attributeSchemas.set(name, v.strictObject({ ...attrs }));
attributeSchemas.set('doc', v.strictObject({}));
attributeSchemas.set('hardBreak', v.strictObject({}));

const nodeShape = v.strictObject({
  type: v.string(),
  attrs: v.optional(v.record(v.string(), v.unknown())),
  content: v.optional(v.array(v.unknown())),
  marks: v.optional(v.array(v.unknown())),
  text: v.optional(v.string()),
});
const markShape = v.strictObject({ type: v.string(), attrs: v.optional(v.record(v.string(), v.unknown())) });

function cleanNode(json: unknown, path: string, seen: Set<string>, depth: number): Parsed<BodyJson> {
  if (depth > deepestNesting) return failed('too-deep', path, `nested deeper than ${deepestNesting} levels`);
  const shape = v.safeParse(nodeShape, json);
  if (!shape.success) return failed('bad-content', path, firstIssue(shape.issues)[1]);
  const { type, text } = shape.output;
  const cleanedMarks = cleanMarks(shape.output.marks ?? [], path);
  if (!cleanedMarks.ok) return cleanedMarks;
  const withMarks = cleanedMarks.value.length > 0 ? { marks: cleanedMarks.value } : {};
  if (type === 'text') {
    if (!text) return failed('bad-content', path, 'a text node must not be empty');
    return ok({ type, ...withMarks, text });
  }
  const attrs = cleanAttributes(type, shape.output.attrs, path, seen);
  if (!attrs.ok) return attrs;
  const content: BodyJson[] = [];
  for (const [index, child] of (shape.output.content ?? []).entries()) {
    const cleaned = cleanNode(child, `${path}.content.${index}`, seen, depth + 1);
    if (!cleaned.ok) return cleaned;
    content.push(cleaned.value);
  }
  return ok({ type, attrs: attrs.value, content, ...withMarks });
}

function cleanAttributes(type: string, given: unknown, path: string, seen: Set<string>): Parsed<Record<string, unknown>> {
  const attributes = type in marks ? undefined : attributeSchemas.get(type);
  if (!attributes) return failed('unknown-node', path, `unknown node “${type}”`);
  const id = (given as { blockId?: unknown } | undefined)?.blockId;
  const needsId = type in blocks && 'blockId' in (blocks[type as BlockName].attrs ?? {});
  if (needsId && (id === undefined || id === '')) return failed('block-id-missing', `${path}.attrs.blockId`, `“${type}” has no blockId`);
  const parsed = v.safeParse(attributes, given ?? {});
  if (!parsed.success) {
    const [where, message] = firstIssue(parsed.issues);
    return failed('bad-attribute', `${path}.attrs.${where}`, `“${type}”: ${message}`);
  }
  if (typeof id === 'string') {
    if (seen.has(id)) return failed('block-id-repeated', `${path}.attrs.blockId`, `blockId “${id}” occurs twice`);
    seen.add(id);
  }
  return ok(parsed.output);
}

function cleanMarks(given: readonly unknown[], path: string): Parsed<NonNullable<BodyJson['marks']>> {
  const result: { type: string; attrs: Record<string, unknown> }[] = [];
  for (const [index, item] of given.entries()) {
    const where = `${path}.marks.${index}`;
    const shape = v.safeParse(markShape, item);
    if (!shape.success) return failed('bad-content', where, firstIssue(shape.issues)[1]);
    const { type, attrs } = shape.output;
    if (!isMarkName(type)) return failed('unknown-mark', where, `unknown mark “${type}”`);
    const parsed = v.safeParse(v.strictObject({ ...marks[type].attrs }), attrs ?? {});
    if (!parsed.success) return failed('bad-attribute', `${where}.attrs`, `“${type}”: ${firstIssue(parsed.issues)[1]}`);
    result.push({ type, attrs: parsed.output });
  }
  return ok(result);
}

function isMarkName(name: string): name is MarkName {
  return Object.hasOwn(marks, name);
}

/** Joins what ProseMirror may leave apart: equal neighbours become one. */
export function canonical(node: BodyJson): BodyJson {
  return node.content ? { ...node, content: joinText(node.content.map(canonical)) } : node;
}

/** Joins neighbouring text nodes whose marks are equal. */
export function joinText(content: readonly BodyJson[]): BodyJson[] {
  const result: BodyJson[] = [];
  for (const child of content) {
    const previous = result.at(-1);
    if (previous?.type === 'text' && child.type === 'text' && JSON.stringify(previous.marks) === JSON.stringify(child.marks)) {
      result[result.length - 1] = { ...previous, text: `${previous.text}${child.text}` };
    } else result.push(child);
  }
  return result;
}
