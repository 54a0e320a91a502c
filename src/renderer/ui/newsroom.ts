import { createContext, useContext } from 'react';
import { emptyNewsroom, type Newsroom } from '../../article/newsroom/index.ts';

/** What the newsroom has set, for everything in the window. */
export const NewsroomContext = createContext<Newsroom>(emptyNewsroom);
export const useNewsroom = (): Newsroom => useContext(NewsroomContext);
