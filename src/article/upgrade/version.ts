/** The version of article JSON this Galley writes. */
export const currentVersion = 1;
