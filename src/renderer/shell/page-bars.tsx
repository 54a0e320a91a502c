import type { ComponentProps, ReactNode } from 'react';
import { CorrectionAsk } from './correction-ask.tsx';
import { EmbargoBar } from './embargo-bar.tsx';

type PageBarsProps = Omit<ComponentProps<typeof EmbargoBar>, 'metadata'> & ComponentProps<typeof CorrectionAsk>;

/** What must be known of the article as a whole, below its page. */
export function PageBars({ settings, onOver, onClockRight, ...asked }: PageBarsProps): ReactNode {
  return (
    <div className="page-bars">
      <EmbargoBar metadata={asked.article.metadata} settings={settings} onOver={onOver} onClockRight={onClockRight} />
      <CorrectionAsk {...asked} settings={settings} />
    </div>
  );
}
