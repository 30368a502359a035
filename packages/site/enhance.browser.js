// Everything works without this file: it sorts, filters, searches, copies links, and opens tables for print.
// `words` are put before it, from words.ts.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const make = (tag, attributes = {}, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
};

/** A sentence with its braces filled. */
const say = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

/** Without capitals and accents, as the index has it. */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each of the words that were typed is somewhere in the text. */
const hasAll = (text, typed) => typed.every((word) => text.includes(word));
const wordsIn = (input) => folded(input.value).split(/\s+/).filter(Boolean);

/** Fetched when somebody begins to search, and not before: most readers never do. */
const fetchIndex = async (addresses) => {
  const answers = await Promise.all(addresses.map((address) => fetch(address)));
  return (await Promise.all(answers.map((answer) => answer.json()))).flat();
};

/** Numbers by size, words by alphabet; rows without a figure always come last. */
const compare = (a, b, direction) => {
  if (a === '' || b === '') return (a === '') - (b === '');
  const difference = a - b;
  return direction * (Number.isNaN(difference) ? a.localeCompare(b) : difference);
};

const sortBy = (table, header, column, live) => {
  const isDescending = header.getAttribute('aria-sort') === 'ascending';
  for (const each of all('th[aria-sort]', table)) each.setAttribute('aria-sort', 'none');
  const order = isDescending ? 'descending' : 'ascending';
  header.setAttribute('aria-sort', order);
  const keyOf = (row) => row.cells[column].dataset.sort;
  const rows = all('tbody tr', table).sort((a, b) => compare(keyOf(a), keyOf(b), isDescending ? -1 : 1));
  table.tBodies[0].append(...rows);
  live.textContent = say(words.sorted, { column: header.textContent, order: words[order] });
};

const makeSortable = (table) => {
  const live = make('p', { class: 'govuk-visually-hidden', role: 'status' });
  table.after(live);
  table.classList.add('is-sortable');
  all('thead th', table).forEach((header, column) => {
    if (table.tBodies[0].rows[0]?.cells[column].dataset.sort === undefined) return;
    const button = make('button', { type: 'button', class: 'sort-button' }, header.textContent);
    header.replaceChildren(button);
    header.setAttribute('aria-sort', 'none');
    button.addEventListener('click', () => sortBy(table, header, column, live));
  });
};

const field = (label, input) => {
  const box = make('div');
  box.append(make('label', { for: input.id }, label), input);
  return box;
};

const makeFilter = (place) => {
  const rows = all(`#${place.dataset.filter} tbody tr`);
  const search = make('input', { id: 'search', type: 'search', autocomplete: 'off' });
  const status = make('select', { id: 'status' });
  const count = make('p', { role: 'status' });
  for (const name of ['', ...new Set(rows.map((row) => row.dataset.status))])
    status.append(make('option', { value: name }, name || words.allStatuses));
  const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
  const apply = () => {
    const typed = wordsIn(search);
    for (const row of rows)
      row.hidden = (status.value !== '' && row.dataset.status !== status.value) || !hasAll(texts.get(row), typed);
    count.textContent = say(words.showing, { shown: rows.filter((row) => !row.hidden).length, all: rows.length });
  };
  /** Words of the definitions too, once they are here; without them titles are still searched. */
  const addDefinitions = async () => {
    const index = new Map((await fetchIndex([place.dataset.index])).map((entry) => [entry[1], entry[3]]));
    for (const row of rows) texts.set(row, `${texts.get(row)} ${index.get(row.querySelector('a').pathname) ?? ''}`);
    apply();
  };
  if (place.dataset.index) search.addEventListener('focus', () => addDefinitions().catch(() => {}), { once: true });
  search.addEventListener('input', apply);
  status.addEventListener('change', apply);
  place.append(field(words.search, search), field(words.status, status), count);
  place.className = 'filter';
  place.hidden = false;
  apply();
};

const mostListed = 20;

const resultOf = ([title, address, status]) => {
  const item = make('li');
  item.append(make('a', { class: 'govuk-link', href: address }, title), ` ${status}`);
  return item;
};

/** Links below the field, in reach of the tab key; how many there are is said as they change. */
const makeSearch = (place) => {
  const search = make('input', {
    id: 'search',
    type: 'search',
    autocomplete: 'off',
    'aria-describedby': 'search-hint',
  });
  const hint = make('p', { id: 'search-hint' }, words.searchHint);
  const count = make('p', { role: 'status' });
  const list = make('ul', { class: 'govuk-list' });
  let index = [];
  const apply = () => {
    const typed = wordsIn(search);
    const found = index.filter(([title, , , more]) => hasAll(`${folded(title)} ${more}`, typed));
    const listed = typed.length === 0 ? [] : found.slice(0, mostListed);
    list.replaceChildren(...listed.map(resultOf));
    const text = found.length === 0 ? words.foundNone : found.length > mostListed ? words.foundMore : words.found;
    const counts = { shown: found.length, all: index.length, listed: mostListed };
    count.textContent = typed.length === 0 || index.length === 0 ? '' : say(text, counts);
  };
  const begin = async () => {
    index = await fetchIndex(place.dataset.search.split(' '));
    apply();
  };
  search.addEventListener(
    'focus',
    () =>
      begin().catch(() => {
        count.textContent = words.notSearched;
      }),
    { once: true },
  );
  search.addEventListener('input', apply);
  place.append(field(words.search, search), hint, count, list);
  place.className = 'filter';
  place.hidden = false;
};

const addCopyLink = (figure) => {
  const button = make('button', { type: 'button', class: 'copy-link' }, words.copyLink);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${location.href.split('#')[0]}#${figure.id}`);
    button.textContent = words.copied;
  });
  figure.querySelector('.figure__foot')?.append(button);
};

all('.table--sortable').forEach(makeSortable);
all('[data-filter]').forEach(makeFilter);
all('[data-search]').forEach(makeSearch);
if (navigator.clipboard) all('.figure[id]').forEach(addCopyLink);

addEventListener('beforeprint', () => {
  for (const each of all('.figure__data:not([open])')) {
    each.open = true;
    each.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const each of all('[data-printed]')) {
    each.open = false;
    delete each.dataset.printed;
  }
});
