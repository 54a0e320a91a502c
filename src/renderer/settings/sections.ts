import { adSlotsSection } from './ad-slots-section.tsx';
import { articleTemplatesSection } from './article-templates-section.tsx';
import { appearanceSection } from './appearance-section.tsx';
import { backupSection } from './backup-section.tsx';
import { conventionsSection } from './conventions-section.tsx';
import { keysSection } from './keys-section.tsx';
import { markdownSection } from './markdown-section.tsx';
import { newsroomSection } from './newsroom-section.tsx';
import { peopleSection } from './people-section.tsx';
import { personSection } from './person-section.tsx';
import { picturesSection } from './pictures-section.tsx';
import { rightsSection } from './rights-section.tsx';
import { rulesSection } from './rules-section.tsx';
import { safetySection } from './safety-section.tsx';
import { snippetsSection } from './snippets-section.tsx';
import { styleSection } from './style-section.tsx';
import { templateSection } from './template-section.tsx';
import { typingSection } from './typing-section.tsx';
import type { Section } from './section.ts';

/** In the order they stand on the page. */
export const sections: readonly Section[] = [personSection, newsroomSection, peopleSection, articleTemplatesSection, snippetsSection, typingSection, styleSection, conventionsSection, adSlotsSection, rulesSection, rightsSection, picturesSection, templateSection, markdownSection, appearanceSection, keysSection, backupSection, safetySection];
