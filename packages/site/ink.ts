/**
 * What something is drawn with. A page names a class, so that the style sheet can darken or print it; a file that stands
 * alone carries the colours themselves, because there is no style sheet beside it.
 */
const inks = {
  grid: { stroke: '#dfe3e6', 'stroke-width': 1 },
  axis: { stroke: '#4a4f55', 'stroke-width': 1 },
  tick: { fill: '#4a4f55', 'font-size': 16 },
  line: { fill: 'none', stroke: '#12436d', 'stroke-width': 3, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
  'line-incomplete': { fill: 'none', stroke: '#12436d', 'stroke-width': 2, 'stroke-dasharray': '3 5' },
  target: { fill: 'none', stroke: '#4a4f55', 'stroke-width': 2, 'stroke-dasharray': '7 5' },
  'target-label': { fill: '#4a4f55', 'font-size': 16, stroke: '#ffffff', 'stroke-width': 5, 'paint-order': 'stroke' },
  range: { fill: '#4a4f55', 'fill-opacity': 0.14 },
  'process-limit': { stroke: '#28a197', 'stroke-width': 1.5, 'stroke-dasharray': '2 3' },
  'process-mean': { stroke: '#28a197', 'stroke-width': 1.5 },
  dot: { fill: '#12436d', stroke: '#ffffff', 'stroke-width': 1.5 },
  'dot-open': { fill: '#ffffff', stroke: '#12436d', 'stroke-width': 2 },
  bar: { fill: '#12436d' },
  'bar-incomplete': { stroke: '#12436d', 'stroke-width': 1.5 },
  band: {},
  label: {
    fill: '#0b0c0c',
    'font-size': 16,
    'font-weight': 'bold',
    stroke: '#ffffff',
    'stroke-width': 5,
    'paint-order': 'stroke',
  },
  value: {
    fill: '#0b0c0c',
    'font-size': 22,
    'font-weight': 'bold',
    stroke: '#ffffff',
    'stroke-width': 5,
    'paint-order': 'stroke',
  },
  break: { stroke: '#4a4f55', 'stroke-width': 1.5, 'stroke-dasharray': '2 4' },
  'hatch-ground': { fill: '#ffffff' },
  'hatch-line': { fill: '#12436d' },
  'band-line': { fill: '#b9c3cc' },
  'delay-ground': { fill: '#ffffff' },
  'delay-line': { fill: '#d4511e' },
  'plan-solid': { 'stop-color': '#6288ac' },
  'plan-clear': { 'stop-color': '#6288ac', 'stop-opacity': 0.05 },
  plan: { fill: '#6288ac' },
  'plan-done': { fill: '#12436d' },
  'done-solid': { 'stop-color': '#12436d' },
  'done-clear': { 'stop-color': '#12436d', 'stop-opacity': 0.05 },
  delay: { stroke: '#d4511e', 'stroke-width': 1 },
  deadline: { stroke: '#0b0c0c', 'stroke-width': 3 },
  finish: { fill: '#0b0c0c', stroke: '#ffffff', 'stroke-width': 2, 'paint-order': 'stroke' },
  'as-of': { stroke: '#c9281c', 'stroke-width': 2 },
  'as-of-label': { fill: '#7f1710', 'font-size': 16, 'font-weight': 'bold' },
  'row-title': { fill: '#0b0c0c', 'font-size': 16, 'font-weight': 'bold' },
  'row-text': { fill: '#4a4f55', 'font-size': 14 },
  'mark-green': { fill: '#007a5e' },
  'mark-amber': { fill: '#ffb11a', stroke: '#7a4700', 'stroke-width': 1.4, 'stroke-linejoin': 'round' },
  'mark-red': { fill: '#c9281c' },
  'mark-complete': { fill: '#12436d' },
  'mark-none': { fill: '#ffffff', stroke: '#6b7178', 'stroke-width': 2 },
  'mark-absent': { fill: '#ffffff', stroke: '#6b7178', 'stroke-width': 2, 'stroke-dasharray': '3.2 2.4' },
  glyph: {
    fill: 'none',
    stroke: '#ffffff',
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  },
  'glyph-dark': { fill: 'none', stroke: '#33240a', 'stroke-width': 2.2, 'stroke-linecap': 'round' },
  'glyph-grey': { fill: 'none', stroke: '#6b7178', 'stroke-width': 2.2, 'stroke-linecap': 'round' },
} as const;

export type InkName = keyof typeof inks;
export type Ink = (name: InkName) => Readonly<Record<string, string | number>>;

export const pageInk: Ink = (name) => ({ class: `ink-${name}` });
export const fileInk: Ink = (name) => inks[name];
