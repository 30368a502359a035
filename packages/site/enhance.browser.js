// Everything works without this file: it sorts, filters, copies links, and opens tables for print.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const make = (tag, attributes = {}, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
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
  live.textContent = `Sorted by ${header.textContent}, ${order}`;
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
    status.append(make('option', { value: name }, name || 'All statuses'));
  const apply = () => {
    const words = search.value.toLowerCase();
    for (const row of rows)
      row.hidden =
        (status.value !== '' && row.dataset.status !== status.value) || !row.textContent.toLowerCase().includes(words);
    count.textContent = `Showing ${rows.filter((row) => !row.hidden).length} of ${rows.length} measures`;
  };
  search.addEventListener('input', apply);
  status.addEventListener('change', apply);
  place.append(field('Search measures', search), field('Status', status), count);
  place.className = 'filter';
  place.hidden = false;
  apply();
};

const addCopyLink = (figure) => {
  const button = make('button', { type: 'button', class: 'copy-link' }, 'Copy link to this chart');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${location.href.split('#')[0]}#${figure.id}`);
    button.textContent = 'Link copied';
  });
  figure.querySelector('.figure__foot')?.append(button);
};

all('.table--sortable').forEach(makeSortable);
all('[data-filter]').forEach(makeFilter);
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
