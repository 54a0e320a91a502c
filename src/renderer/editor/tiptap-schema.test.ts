import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import exampleJson from '../../article/example.json';
import { bodyOf, nodeToJson, parseArticle } from '../../article/article.ts';
import { schema } from '../../article/schema.ts';
import { articleExtensions } from './tiptap-schema.ts';

const built = getSchema(articleExtensions());

describe("the editor's schema", () => {
  it('has the nodes of the headless one, with the same grammar and attributes', () => {
    expect(Object.keys(built.nodes).toSorted()).toEqual(Object.keys(schema.nodes).toSorted());
    for (const [name, type] of Object.entries(schema.nodes)) {
      const mine = built.nodes[name];
      for (const key of ['content', 'group', 'marks', 'atom', 'isolating', 'defining', 'code', 'tableRole', 'draggable', 'inline', 'linebreakReplacement'] as const) {
        expect([name, key, mine?.spec[key] ?? null]).toEqual([name, key, type.spec[key] ?? null]);
      }
      expect(Object.keys(mine?.spec.attrs ?? {})).toEqual(Object.keys(type.spec.attrs ?? {}));
      expect(mine?.contentMatch.defaultType?.name).toBe(type.contentMatch.defaultType?.name);
      expect(mine?.isTextblock === true || mine?.isLeaf === true ? mine.create().attrs : {}).toEqual(mine?.isTextblock === true || mine?.isLeaf === true ? type.create().attrs : {});
    }
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
