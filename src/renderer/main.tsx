// First of the styles: what is narrower overrules it.
import './ui/theme.css';
import { firstCalls } from './first-calls.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App first={firstCalls} />);
