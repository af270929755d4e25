// The form's style sheet. It is a constructed sheet in a shadow root, so the page's own content security
// policy needs no exception for it, and the page's style does not leak in.

const SHEET = `
:host { display: block; font-family: var(--fontFamily, inherit); font-size: var(--fontSizeBase, 1rem);
  color: var(--colorText, inherit) }
.form { display: grid; grid-template-columns: 1fr 1fr; gap: var(--spacingUnit, 1rem) }
.wide, .demo { grid-column: 1 / -1 }
.field { display: grid; gap: .25rem; align-content: start }
label { font-weight: 600 }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit;
  font-variant-numeric: tabular-nums; color: inherit; background: var(--colorBackground, Field);
  border: 1px solid var(--colorBorder, GrayText); border-radius: var(--borderRadius, .375rem) }
input[aria-invalid=true] { border: 2px solid var(--colorDanger, #b3261e) }
:focus-visible { outline: 3px solid var(--colorPrimary, Highlight); outline-offset: 2px }
.hint { font-size: .9em }
.error { margin: 0; color: var(--colorDanger, #b3261e); font-size: .95em }
.error:empty { display: none }
.demo { margin: 0; padding: .75rem; border: 1px dashed currentColor; border-radius: var(--borderRadius, .375rem) }
.demo p { margin: 0 0 .5rem; font-size: .95em }
.demo button { min-height: 2.75rem; margin: 0 .5rem .5rem 0; padding: .25rem .75rem; font: inherit; color: inherit;
  background: none; border: 1px solid currentColor; border-radius: 99rem; cursor: pointer }
@media (max-width: 24rem) { .form { grid-template-columns: 1fr } }
`;

// `appearance.variables` of the real script that mean something here become custom properties of the host.
const VARIABLES = [
  "borderRadius", "colorBackground", "colorBorder", "colorDanger", "colorPrimary", "colorText",
  "fontFamily", "fontSizeBase", "spacingUnit",
];

function dress(root, appearance) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  for (const name of VARIABLES) {
    const value = appearance?.variables?.[name];
    if (value) root.host.style.setProperty(`--${name}`, value);
  }
}
