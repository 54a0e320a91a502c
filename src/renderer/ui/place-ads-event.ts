/** An ad slot's own button: asks the window for the page of ads. The editor knows nothing of that page. */
export const placeAdsEvent = 'galley-place-ads';
