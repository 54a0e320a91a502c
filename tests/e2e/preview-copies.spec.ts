import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

interface Carried {
  readonly types: readonly string[];
  readonly text: string;
}

/** What a drag with the mouse would give to another program; null where nothing is dragged. It is let go before the system has it. */
async function draggedFrom({ page }: Galley, from: { readonly x: number; readonly y: number }): Promise<Carried | null> {
  await page.evaluate(() => {
    Reflect.deleteProperty(globalThis, 'carried');
    window.addEventListener('dragstart', (event) => {
      const data = event.dataTransfer;
      if (data && !event.defaultPrevented) Reflect.set(globalThis, 'carried', { types: [...data.types].toSorted(), text: data.getData('text/plain') });
      event.preventDefault();
    }, { once: true });
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 40, { steps: 5 });
  await page.mouse.up();
  return page.evaluate(() => (Reflect.get(globalThis, 'carried') as Carried | undefined) ?? null);
}

test('a preview is the export: while the gate is shut it is copied and dragged as plain text, and no picture is dragged out', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const flavours = async (): Promise<{ html: boolean; text: string }> => {
    const formats = await galley.app.evaluate(({ clipboard }) => (clipboard as unknown as { availableFormats(): string[] }).availableFormats());
    return { html: formats.includes('text/html'), text: await galley.app.evaluate(({ clipboard }) => clipboard.readText()) };
  };
  const copied = async (): Promise<unknown> => {
    await galley.clipboard({ text: 'as it was' });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+C');
    const { html, text } = await flavours();
    return { html, text: text.includes('The last ferry leaves at nine') };
  };
  const inside = async (place: Locator): Promise<{ x: number; y: number }> => {
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    if (!box) throw new Error('not shown');
    return { x: box.x + Math.min(40, box.width / 2), y: box.y + Math.min(12, box.height / 2) };
  };
  await page.getByRole('button', { name: /Open the sample/ }).click();
  await expect(galley.headline()).toContainText('The last ferry leaves at nine');
  await galley.tab('Export').click();
  const preview = page.getByRole('tabpanel', { name: 'Export' }).getByRole('document', { name: 'Preview' });
  await preview.focus();
  // With the gate open, previews are copied as any page is.
  expect(await copied()).toEqual({ html: true, text: true });
  expect((await draggedFrom(galley, await inside(preview.getByRole('img').first())))?.types).toContain('text/html');

  await galley.tab('Details').click();
  const details = page.getByRole('tabpanel', { name: 'Details' });
  const embargo = details.getByRole('combobox', { name: 'Embargo' });
  if (!(await embargo.isVisible())) await details.getByText('Embargo', { exact: false }).first().click();
  await embargo.selectOption({ index: 2 });
  await galley.saved();
  await galley.tab('Export').click();
  await expect(page.getByRole('tabpanel', { name: 'Export' }).getByRole('button', { name: 'Copy as HTML' })).toBeDisabled();
  const picture = await inside(preview.getByRole('img').first());
  expect(await draggedFrom(galley, picture)).toBeNull();
  await preview.focus();
  expect(await copied()).toEqual({ html: false, text: true });
  const dragged = await draggedFrom(galley, await inside(preview.getByText('What the auditors want')));
  expect(dragged?.types).toEqual(['text/plain']);
  expect(dragged?.text).toContain('The last ferry leaves at nine');
  // Nor does a picture leave where all of it is selected: it would as a file.
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+A');
  expect(await draggedFrom(galley, await inside(preview.getByRole('img').first()))).toBeNull();
  // A few words selected with the mouse.
  await preview.getByText('What the auditors want').click({ clickCount: 3 });
  await page.keyboard.press('ControlOrMeta+C');
  const selected = await flavours();
  expect([selected.html, selected.text.includes('What the auditors want')]).toEqual([false, true]);
  // A field keeps its own clipboard.
  const reason = page.getByRole('tabpanel', { name: 'Export' }).getByRole('textbox', { name: /reason/i });
  await reason.fill('For the lawyer');
  await reason.press('ControlOrMeta+A');
  await reason.press('ControlOrMeta+C');
  expect(await galley.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('For the lawyer');
  await galley.close();
});
