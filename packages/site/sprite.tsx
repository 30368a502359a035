import { pageInk } from '#site/ink.ts';
import { MarkSymbols } from '#site/marks.tsx';
import { Fades, Patterns } from '#site/patterns.tsx';

/** Everything on a page that is drawn by reference, once, so that each id occurs once. */
export const Sprite = () => (
  <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <MarkSymbols />
      <Patterns ink={pageInk} />
      <Fades ink={pageInk} />
    </defs>
  </svg>
);

/** A window of four quarters. Deliberately nobody's emblem. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14304f"/><path d="M15 6.1A10 10 0 0 0 6.1 15H15z" fill="#fff" fill-opacity=".55"/><path d="M17 6.1A10 10 0 0 1 25.9 15H17z" fill="#fff" fill-opacity=".75"/><path d="M15 25.9A10 10 0 0 1 6.1 17H15z" fill="#fff" fill-opacity=".4"/><path d="M17 25.9A10 10 0 0 0 25.9 17H17z" fill="#ffb11a"/></svg>`;

export const Emblem = () => (
  <svg class="emblem" viewBox="4 4 24 24" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M15 5.1A11 11 0 0 0 5.1 15H15z" opacity=".6" />
    <path d="M17 5.1A11 11 0 0 1 26.9 15H17z" opacity=".85" />
    <path d="M15 26.9A11 11 0 0 1 5.1 17H15z" opacity=".4" />
    <path class="emblem__light" d="M17 26.9A11 11 0 0 0 26.9 17H17z" />
  </svg>
);
