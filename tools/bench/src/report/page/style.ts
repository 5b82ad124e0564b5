/** Inline, because the report is one file. The colours are distinguishable with colour blindness. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6577; --line: #dfe3ea; --page: #fbfcfe; --tile: #fff;
  --s0: #0b6bcb; --s1: #d9730d; --s2: #7a3fb0; --s3: #17805b; --bad: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf2; --soft: #9aa5b8; --line: #2c3444; --page: #12161f;
  --tile: #1a202c; --s0: #6cb2ff; --s1: #ffa657; --s2: #c9a0f5; --s3: #58c99b; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1360px; padding: 24px; color: var(--ink); background: var(--page);
  font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 24px; margin: 0; } h2 { font-size: 18px; margin: 32px 0 8px; } p { margin: 4px 0; color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px; margin: 16px 0; }
.tile, figure { background: var(--tile); border: 1px solid var(--line); border-radius: 8px; padding: 14px; margin: 0; }
.tile b { display: block; font-size: 28px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile small { display: block; color: var(--soft); } .bad { color: var(--bad); font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(560px, 100%), 1fr)); gap: 12px; }
figcaption { font-weight: 600; margin-bottom: 8px; } svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--ink); font-size: 12px; } svg .mark, svg .axis { fill: var(--soft); font-size: 11px; }
.grid { stroke: var(--line); } .level { stroke: var(--bad); stroke-dasharray: 5 4; }
.series path { fill: none; stroke-width: 2; } .series .name { font-weight: 600; }
.s0 path { stroke: var(--s0); } .s1 path { stroke: var(--s1); } .s2 path { stroke: var(--s2); } .s3 path { stroke: var(--s3); }
.s0 circle, .s0 rect, .series.s0 .name { fill: var(--s0); } .s1 circle, .s1 rect, .series.s1 .name { fill: var(--s1); }
.s2 circle, .s2 rect, .series.s2 .name { fill: var(--s2); } .s3 circle, .s3 rect, .series.s3 .name { fill: var(--s3); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 14px 4px 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
pre { overflow-x: auto; background: var(--tile); border: 1px solid var(--line); border-radius: 8px; padding: 14px; }
`;
