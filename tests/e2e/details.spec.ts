import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

/** Fields that are one line or some lines of text, by the name the panel gives them. */
const texts: Readonly<Record<string, readonly [label: string, text: string]>> = {
  slugline: ['Slugline', 'FERRY/VOTE'], section: ['Section', 'City'], genre: ['Genre', 'Analysis'], source: ['Source', 'City desk'], shortHeadline: ['Short headline', 'Ferries stay'],
  socialHeadline: ['Social headline', 'The ferries stay after all'], seoTitle: ['Search title', 'Kalana ferries stay'], seoDescription: ['Search description', 'The council keeps both ferries.'], urlSlug: ['Address ending', 'ferries-stay'],
  copyright: ['Copyright', '© 2026 City desk'], usageTerms: ['Usage terms', 'Web and print'], closingCredits: ['Closing credits', '(Reporting by Asha Rao)'], editorialNote: ['Note for receivers', 'Second of three'],
  internalNote: ['Internal note', 'Call the harbour master'], legal: ['Legal note', 'Read by the lawyer'],
};

test('every field of Details is kept, with times in their zone, and undone like any other change', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  const { page } = galley;
  const panel = page.getByRole('complementary', { name: 'Side panel' });
  await galley.tab('Details').click();
  const folded = panel.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const [label, text] of Object.values(texts)) await panel.getByRole('textbox', { name: label, exact: true }).fill(text);
  await panel.getByRole('textbox', { name: 'Tags' }).fill('harbour, ferries');
  await page.keyboard.press('Enter');
  await panel.getByRole('combobox', { name: 'Language' }).fill('en-IN');
  await panel.getByRole('combobox', { name: 'Urgency' }).selectOption('5 – normal');
  await panel.getByLabel('Published: Date').fill('2026-03-03');
  await panel.getByLabel('Published: Time').fill('16:40');
  await panel.getByRole('combobox', { name: 'Embargo', exact: true }).selectOption('Until further notice');
  await panel.getByRole('checkbox', { name: 'This article has a dateline' }).check();
  await panel.getByRole('textbox', { name: 'Place', exact: true }).fill('KALANAGAR');
  await panel.getByRole('spinbutton', { name: 'Target length' }).fill('450');
  const { metadata } = await galley.stored();
  expect(metadata).toMatchObject({
    ...Object.fromEntries(Object.entries(texts).map(([field, [, text]]) => [field, text])),
    tags: ['harbour', 'ferries'], language: 'en-IN', urgency: 5, embargo: { until: 'indefinite' }, dateline: { place: 'KALANAGAR' }, targetLength: { value: 450, unit: 'words' },
    publishedAt: { instant: '2026-03-03T11:10:00Z', zone: 'Asia/Kolkata' },
  });

  await galley.headline().click();
  await page.keyboard.press('ControlOrMeta+Z');
  expect((await galley.stored()).metadata.targetLength).toBeNull();

  const again = await galley.reopen();
  await again.library().getByRole('button', { name: 'FERRY/VOTE' }).first().click();
  await again.tab('Details').click();
  await expect(again.page.getByRole('textbox', { name: 'Slugline', exact: true })).toHaveValue('FERRY/VOTE');
  await expect(again.page.getByLabel('Published: Time')).toHaveValue('16:40');
  await again.close();
});

test('what is no time, no address and no language is said beside the field and not kept', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  const panel = galley.page.getByRole('complementary', { name: 'Side panel' });
  await galley.tab('Details').click();
  await panel.getByLabel('Published: Date').fill('2026-03-03');
  await expect(panel.getByText('Add the clock time: a date alone is not kept.')).toBeVisible();
  await panel.getByRole('combobox', { name: 'Language' }).fill('not a tag!');
  await expect(panel.getByText('is no language tag')).toBeVisible();
  await panel.locator('summary', { hasText: 'Web and search' }).click();
  await panel.getByRole('textbox', { name: 'Canonical address' }).fill('javascript:alert(1)');
  await panel.getByRole('textbox', { name: 'Address ending' }).fill('kept');
  await expect(panel.getByText('Write a whole web address that starts with https://.')).toBeVisible();
  const { metadata } = await galley.stored();
  expect(metadata).toMatchObject({ publishedAt: null, language: '', canonicalUrl: '', urlSlug: 'kept' });
  await galley.close();
});
