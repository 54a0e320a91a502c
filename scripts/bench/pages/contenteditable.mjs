import { paragraphs } from '../text.mjs';

const count = Number(new URLSearchParams(location.search).get('words'));
const page = document.getElementById('page');
for (const text of paragraphs(count)) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  page.append(paragraph);
}
document.body.dataset.ready = 'yes';
