import type { Declaration } from './declaration.ts';

export const embargo: Declaration = {
  level: 'error',
  fails: [
    { metadata: { embargo: { until: 'indefinite', note: '' } } },
    { metadata: { embargo: { until: { instant: '2024-03-04T00:30:00Z', zone: 'Asia/Kolkata', asWritten: '' }, note: '' } } },
  ],
  passes: [
    { metadata: { embargo: { until: { instant: '2024-03-02T00:30:00Z', zone: 'Asia/Kolkata', asWritten: '' }, note: '' } } },
  ],
};
