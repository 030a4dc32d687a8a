/** How a page of HTML looks: light or dark as the reader's system is, and on paper with all unfolded. */

export const HTML_STYLE = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --box: #f5f6f8; --ink: #1c2024; --faint: #5f6872; --line: #d8dce1;
  --error: #b3261e; --warning: #8a5a00; --information: #1257a8; --good: #1d6b34;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c; --box: #1e2328; --ink: #e4e7ea; --faint: #9aa4ae; --line: #363d45;
    --error: #ff8a80; --warning: #f0b95a; --information: #8ab8f5; --good: #7fd194;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h1 + p { color: var(--faint); margin-top: 0; }
p, ul, dl, pre { margin: .5rem 0; }
ul { padding-left: 1.25rem; }
.entry { padding-left: 1.25rem; text-indent: -1.25rem; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem 1.25rem; }
code, pre { font: .875em/1.45 ui-monospace, monospace; }
code { background: var(--box); border-radius: 3px; padding: 0 .25em; }
pre { background: var(--box); border-radius: 4px; padding: .75rem; overflow-x: auto; }
b, code, td, th { unicode-bidi: isolate; }
.wide { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; font-size: .9375rem; overflow-wrap: normal; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
th { color: var(--faint); font-weight: 600; }
th, td { border-bottom: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.faint { color: var(--faint); }
.error { color: var(--error); }
.warning { color: var(--warning); }
.information { color: var(--information); }
.good { color: var(--good); }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: 0 .9rem; }
details[open] { padding-bottom: .5rem; }
summary + h2 { margin-top: .25rem; }
summary { cursor: pointer; font-weight: 600; padding: .45rem 0; }
@media print {
  main { max-width: none; padding: 0; }
  .wide, pre { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`
