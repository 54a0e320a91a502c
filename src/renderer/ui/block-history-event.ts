/** The page asks for the history of a block (its id is the `detail`); the window opens it beside the page. */
export const blockHistoryEvent = 'galley-block-history';
