import { expect, test } from 'vitest';
import { importMarkdown } from '../markdown.ts';

const context = { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' };

function read(text: string): { readonly blocks: readonly unknown[]; readonly removed: readonly string[] } {
  const result = importMarkdown(`---\ntitle: T\n---\n${text}\n`, context);
  if (!result.ok) throw new Error(result.error.message);
  const blocks = (result.value.article.body.content ?? []).slice(3).map(({ type, attrs, content }) => {
    const said = Object.entries(attrs ?? {}).filter(([name, value]) => name !== 'blockId' && name !== 'role' && name !== 'provider' && typeof value === 'string' && value !== '').map(([, value]) => String(value));
    return [type, ...said, ...(content ?? []).map((node) => node.text ?? (node.content ?? []).map((inner) => inner.text).join(''))].join('|');
  });
  return { blocks, removed: result.value.report.removed.map((one) => one.text) };
}

test.each([
  ['{{< figure src="a.jpg" alt="Boat" caption="A \\"boat\\" & <b>" attr="Lin" >}}', ['image|a.jpg|Boat|Lin|A "boat" & <b>'], []],
  ['{{< youtube abc-1_2 >}}', ['embed|https://www.youtube.com/watch?v=abc-1_2'], []],
  ['{{< tweet user="ada" id="12" >}}', ['embed|https://twitter.com/ada/status/12'], []],
  ['{{< youtube "a b" >}}', ['paragraph|{{< youtube "a b" >}}'], []],
  ['{{< own "x" >}}', ['paragraph|{{< own "x" >}}'], []],
  ['{% highlight ruby %}\nputs 1\n{% endhighlight %}', ['preformatted|ruby|puts 1'], []],
  ['{% raw %}{{ a }}{% endraw %}', ['paragraph|{{ a }}'], []],
  ['A line.\n{: .wide #x}', ['paragraph|A line.'], ['{: .wide #x}']],
  ["import Ad from './ad.astro';\n\nText\n\n<Ad slot=\"1\" />\n\n{/* note */}", ['paragraph|Text'], ["import Ad from './ad.astro';", '{/* note */}', '<Ad slot="1" />']],
  ['```\n{{< youtube abc >}}\n{: .x}\n```\n\nAfter', ['preformatted|{{< youtube abc >}}\n{: .x}', 'paragraph|After'], []],
  ['```\n{: .x}', ['preformatted|{: .x}'], []],
  ['~~~~\n```\n{: .x}\n~~~~\n{: .y}', ['preformatted|```\n{: .x}'], ['{: .y}']],
])('%j', (text, blocks, removed) => {
  const found = read(text);
  expect([found.blocks, found.removed.toSorted()]).toEqual([blocks, removed.toSorted()]);
});

test('codes stay where nothing says that a generator reads the file', () => {
  const plain = importMarkdown('Text\n\n{: .x}\n', context);
  expect(plain.ok && JSON.stringify(plain.value.article.body)).toContain('{: .x}');
});

test.each(['{/* '.repeat(40_000), '{% highlight a %}\n'.repeat(2_000), '```x\n'.repeat(40_000), `${' '.repeat(200_000)}{`, '{{< a '.repeat(40_000)])('hostile text ends: %.20j', (text) => {
  expect(importMarkdown(`---\ntitle: T\n---\n${text}`, context)).toBeDefined();
});

test('front matter at a fence that names its syntax, and fields of Astro’s own blog', () => {
  const eleventy = importMarkdown('---json\n{ "title": "Berth", "tags": ["a"] }\n---\nText', context);
  expect(eleventy.ok && [eleventy.value.article.metadata.tags, eleventy.value.article.body.content?.length]).toEqual([['a'], 4]);
  const astro = importMarkdown('---\ntitle: T\nupdatedDate: 2024-03-07T10:00:00Z\nheroImage: ./a.jpg\nheroAlt: Boat\ncategories: [City, Ports]\n---\nText', context);
  expect(astro.ok && [astro.value.article.metadata.updatedAt?.instant, astro.value.article.metadata.section, astro.value.article.body.content?.[3]?.attrs]).toMatchObject(['2024-03-07T10:00:00Z', 'City', { origin: 'a.jpg', alt: 'Boat', role: 'lead' }]);
  expect(astro.ok && astro.value.report.removed.map(({ text }) => text)).toEqual(['section: Ports']);
});
