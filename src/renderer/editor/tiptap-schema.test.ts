import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import exampleJson from '../../article/example.json';
import { bodyOf, nodeToJson, parseArticle } from '../../article/article.ts';
import { schema } from '../../article/schema.ts';
import { articleExtensions } from './tiptap-schema.ts';

const built = getSchema(articleExtensions());

describe("the editor's schema", () => {
  it('has the nodes of the headless one', () => {
    expect(Object.keys(built.nodes).toSorted()).toEqual(Object.keys(schema.nodes).toSorted());
  });

  it.each(Object.entries(schema.nodes))('gives %s the same grammar and attributes', (name, type) => {
    const mine = built.nodes[name];
    const spec: Readonly<Record<string, unknown>> = mine?.spec ?? {};
    for (const key of ['content', 'group', 'marks', 'atom', 'isolating', 'defining', 'code', 'tableRole', 'draggable', 'inline', 'linebreakReplacement'] as const) {
      expect([key, spec[key] ?? null]).toEqual([key, type.spec[key] ?? null]);
    }
    expect(Object.keys(mine?.spec.attrs ?? {})).toEqual(Object.keys(type.spec.attrs ?? {}));
    expect(mine?.contentMatch.defaultType?.name).toBe(type.contentMatch.defaultType?.name);
    if (mine && type.isTextblock) expect(mine.create().attrs).toEqual(type.create().attrs);
  });

  it('has the marks in the same order, excluding the same', () => {
    expect(Object.keys(built.marks)).toEqual(Object.keys(schema.marks));
    for (const [name, mark] of Object.entries(schema.marks)) {
      expect([name, built.marks[name]?.spec.inclusive, built.marks[name]?.spec.excludes]).toEqual([name, mark.spec.inclusive, mark.spec.excludes]);
    }
  });

  it('takes and gives every node and mark unchanged', () => {
    const parsed = parseArticle(exampleJson);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const json = nodeToJson(bodyOf(parsed.value));
    expect(nodeToJson(built.nodeFromJSON(json))).toEqual(json);
  });
});
