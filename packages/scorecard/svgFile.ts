import type { Problem } from '#scorecard/problem.ts';

/** Shapes and their colours. Whatever could run, animate, repeat without end or ask for another file is not among them. */
const elements = new Set(
  `svg g title desc defs path rect circle ellipse line polyline polygon
   linearGradient radialGradient stop clipPath mask`.split(/\s+/),
);

const attributes = new Set(
  `xmlns xmlns:xlink version id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform
   preserveAspectRatio fill fill-opacity fill-rule clip-rule clip-path clipPathUnits mask maskUnits maskContentUnits
   mask-type color opacity display visibility stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
   stroke-miterlimit stroke-dasharray stroke-dashoffset vector-effect paint-order gradientUnits gradientTransform
   spreadMethod offset stop-color stop-opacity href xlink:href role aria-label aria-hidden focusable
   shape-rendering`.split(/\s+/),
);

const namespaces = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];

const part =
  /<!--[\s\S]*?-->|<\?xml\s[^<>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Fault = readonly [message: string, mend: string];

const plain = 'save it as plain or optimised SVG: shapes alone, with their colours in fill and stroke';

const valueFault = (name: string, value: string): Fault | undefined => {
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(value)) return [`${name} holds an entity`, 'write the character itself'];
  if (name.startsWith('xmlns')) return namespaces.includes(value) ? undefined : [`${name} is strange here`, plain];
  if (/href$/.test(name)) return /^#[\w-]+$/.test(value) ? undefined : [`${name} points outside the file`, plain];
  const rest = value.replaceAll(/url\(\s*#[\w-]+\s*\)/g, '');
  return /url|image|[\\@]|:/i.test(rest) ? [`${name} points outside the file`, plain] : undefined;
};

const attributeFault = (name: string, value: string): Fault | undefined => {
  if (/^on/i.test(name)) return [`${name} would run when something happens`, 'remove it'];
  return attributes.has(name) ? valueFault(name, value) : [`an attribute ${name} is not let through`, plain];
};

const faultOfTag = (name: string, written: string): Fault | undefined => {
  if (!elements.has(name)) return [`an element <${name}> is not let through`, plain];
  for (const [, key = '', double, single] of written.matchAll(attribute)) {
    const fault = attributeFault(key, double ?? single ?? '');
    if (fault) return fault;
  }
  return undefined;
};

const unreadable: Fault = ['cannot be read as SVG from here', plain];

/** The first thing that is wrong, and where it stands. */
const firstFault = (text: string): { readonly offset: number; readonly fault: Fault } | undefined => {
  const open: string[] = [];
  let offset = 0;
  part.lastIndex = 0;
  while (offset < text.length) {
    const match = part.exec(text);
    if (match === null) return { offset, fault: unreadable };
    const [whole, closing, opening, written = '', empty] = match;
    const isFirst = opening !== undefined && open.length === 0;
    if (isFirst && (opening !== 'svg' || /<svg\b/.test(text.slice(0, offset)))) return { offset, fault: unreadable };
    if (closing !== undefined && open.pop() !== closing) return { offset, fault: unreadable };
    if (opening !== undefined) {
      const fault = faultOfTag(opening, written);
      if (fault) return { offset, fault };
      if (empty === '') open.push(opening);
    }
    const isText = !whole.startsWith('<') && whole.trim() !== '';
    if (isText && !/^(title|desc)$/.test(open.at(-1) ?? ''))
      return { offset, fault: ['text is not let through', 'turn it into paths'] };
    offset += whole.length;
  }
  return open.length > 0 ? { offset: text.length, fault: unreadable } : undefined;
};

const rootOf = (text: string): string => /<svg\b[^>]*>/.exec(text)?.[0] ?? '';

/** In the drawing's own units; undefined without a viewBox. */
export const sizeOfSvg = (text: string): { readonly width: number; readonly height: number } | undefined => {
  const box = /\sviewBox\s*=\s*["']\s*([-\d.eE,\s]+?)\s*["']/
    .exec(rootOf(text))?.[1]
    ?.split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = box ?? [];
  return width > 0 && height > 0 ? { width, height } : undefined;
};

const lineAt = (text: string, offset: number): Pick<Problem, 'line' | 'column'> => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** Nothing in a picture that passes can run, or ask anything of anybody, even when it is opened by itself. */
export const svgProblems = (file: string, text: string): readonly Problem[] => {
  const found = firstFault(text);
  if (found) {
    const [message, mend] = found.fault;
    return [{ file, ...lineAt(text, found.offset), path: '', message, mend }];
  }
  const isDrawn = rootOf(text).includes('http://www.w3.org/2000/svg') && sizeOfSvg(text) !== undefined;
  const mend = 'write <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 width height"> at its top';
  return isDrawn ? [] : [{ file, line: 1, column: 1, path: '', message: 'does not say what it is, or its size', mend }];
};
