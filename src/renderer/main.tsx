// First of the styles: what is narrower overrules it.
import './ui/theme.css';
import { firstAnswers, firstCalls } from './first-calls.ts';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const answers = await firstAnswers();
// At once and whole: drawn in parts, the window would be seen empty first.
flushSync(() => createRoot(root).render(<App first={firstCalls} answers={answers} />));
