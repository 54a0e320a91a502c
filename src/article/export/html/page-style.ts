/** Style of the standalone page: system fonts, nothing fetched, light and dark, paper. Blanks of the text are kept. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1b1a;--quiet:#5d5c58;--rule:#d9d7d0;--paper:#fdfcfa;--box:#f4f2ec;--link:#0b4f8a}
@media (prefers-color-scheme:dark){:root{--ink:#ecebe6;--quiet:#a5a39b;--rule:#3d3c38;--paper:#191918;--box:#242422;--link:#8cc1f2}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Georgia,"Times New Roman",serif;-webkit-text-size-adjust:100%}
article{max-width:42rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,5vw,2.75rem);margin:0 0 .75rem}
h2{font-size:1.5rem;margin:2.25rem 0 .5rem}h3,[data-galley-level="3"]{font-size:1.25rem;margin:2rem 0 .5rem}h4,[data-galley-level="4"]{font-size:1.1rem;margin:1.75rem 0 .5rem}
p{margin:0 0 1.1rem;white-space:break-spaces}h1,h2,h3,h4,li,td,th,figcaption span{white-space:break-spaces}
a{color:var(--link);text-underline-offset:.15em}
[data-galley-block=standfirst]{font-size:1.3rem;line-height:1.45;color:var(--quiet);margin-bottom:1.25rem}
[data-galley-block=byline],[data-galley-part=times],figcaption,[data-galley-part=corrections],[data-galley-part=closing-credits]{font:.9rem/1.5 system-ui,sans-serif;color:var(--quiet)}
[data-galley-block=byline] p,[data-galley-part=times] p{margin:0}
[data-galley-part=times]{margin:.25rem 0 2rem;padding-bottom:1rem;border-bottom:1px solid var(--rule)}
figure{margin:2rem 0}img{display:block;max-width:100%;height:auto;border-radius:2px}figcaption{margin-top:.5rem}
blockquote{margin:1.75rem 0;padding:0 0 0 1.25rem;border-inline-start:3px solid var(--rule)}
blockquote footer,[data-galley-block=pullQuote] footer{font:.9rem/1.5 system-ui,sans-serif;color:var(--quiet)}
[data-galley-block=pullQuote]{margin:2.25rem 0;padding:1.25rem 0;border-block:2px solid var(--ink);font-size:1.5rem;line-height:1.35}
[data-galley-block=pullQuote] p{margin:0 0 .5rem}
[data-galley-block=factBox]{margin:2rem 0;padding:1.25rem 1.25rem .25rem;background:var(--box);border-radius:4px}
[data-galley-block=factBox]>[data-galley-part=title]{font-weight:700}
[data-galley-block=adSlot]{margin:2rem 0;padding:.5rem;border:1px dashed var(--rule);text-align:center;font:.75rem/1.5 system-ui,sans-serif;color:var(--quiet)}
[data-galley-block=embed]{padding:1rem;border:1px solid var(--rule);border-radius:4px;font:.95rem/1.5 system-ui,sans-serif}
[data-galley-block=embed] p:last-child{margin:0}
table{border-collapse:collapse;width:100%;margin:2rem 0;font-size:.95rem}caption{text-align:start;font-weight:700;padding-bottom:.5rem}
td,th{padding:.4rem .6rem;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
[data-galley-align=center]{text-align:center}[data-galley-align=right]{text-align:right}
pre{overflow-x:auto;padding:1rem;background:var(--box);border-radius:4px;font-size:.9rem}
hr{border:0;border-top:1px solid var(--rule);margin:2.5rem auto;width:6rem}
@media print{body{background:#fff;color:#000;font-size:11pt}article{max-width:none;padding:0}[data-galley-block=adSlot]{display:none}figure,table,blockquote{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`;

/** How wide that style shows a picture: the column, else the window, without their margins. */
export const pictureWidth = '(min-width: 42rem) 39.5rem, calc(100vw - 2.5rem)';
