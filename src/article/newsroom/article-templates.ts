/** What an article can begin as. Each template is Markdown as Galley reads it: front matter for the fields, TK where facts are to come. */
import * as v from 'valibot';

export const articleTemplates = v.array(v.object({ name: v.string(), markdown: v.string() }));
export type ArticleTemplate = v.InferOutput<typeof articleTemplates>[number];

/** What a newsroom begins with; it changes them as it likes. */
export const ownTemplates: ArticleTemplate[] = [
  {
    name: 'Flash',
    markdown: `---
title: "TK in one line: what has happened"
galley:
  genre: "Flash"
  urgency: 1
---

TK: what has happened, where and when, and who says so. More to follow.
`,
  },
  {
    name: 'News',
    markdown: `---
title: "TK headline"
standfirst: "TK: the one thing readers should know"
galley:
  genre: "News"
---

TK: who did what, when and where.

TK: why it matters, and to whom.

> TK: the quote that says it best

## What led to this

TK

## What comes next

TK
`,
  },
  {
    name: 'Feature',
    markdown: `---
title: "TK headline"
standfirst: "TK: whose story this is, and why now"
galley:
  genre: "Feature"
---

TK: a scene, with a person in it.

TK: what the scene stands for.

## TK: where it began

TK

## TK: what it has come to

TK

## TK: how it may end

TK: back to the person of the first scene.
`,
  },
  {
    name: 'Live update',
    markdown: `---
title: "TK live: what is going on"
standfirst: "TK: what is known so far"
galley:
  genre: "Live"
---

## What is known

- TK
- TK

## TK:00 TK newest update

TK

## TK:00 TK update before

TK
`,
  },
  {
    name: 'Obituary',
    markdown: `---
title: "TK name, TK what they are remembered for, dies at TK"
standfirst: "TK: the life in one sentence"
galley:
  genre: "Obituary"
---

TK name, who TK, has died at the age of TK.

TK: the work that will be remembered.

## Early life

TK

## TK: the years that made the name

TK

TK is survived by TK.

**Born** TK date and place. **Died** TK date and place.
`,
  },
];
