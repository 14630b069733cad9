// Comfort for the inbox: arrows (and j, k among the rows) go from task to task, x ticks, Enter opens; whoever comes back stands
// on the row they left. From 1,600 px the file of the row stands beside the list.
(() => {
  'use strict';
  const rows = [...document.querySelectorAll('#tasks tbody tr')];
  if (!rows.length) return;
  const link = row => row.querySelector('th a');
  const page = document.querySelector('.inbox-page');
  const preview = document.getElementById('preview');
  const wide = matchMedia('(min-width: 100rem)');
  const KEY = 'inbox-row';
  let here;

  function stand(row) {
    if (row === here) return;
    here?.classList.remove('here');
    here = row;
    row.classList.add('here');
    show();
  }
  let timer;
  function show() {
    clearTimeout(timer);
    if (wide.matches && here) timer = setTimeout(load, 150, here);
  }
  async function load(row) {
    try {
      row.file ||= fetch(row.dataset.file, { credentials: 'same-origin', redirect: 'error' })
        .then(answer => answer.ok ? answer.text() : Promise.reject(answer.status))
        .then(text => new DOMParser().parseFromString(text, 'text/html').querySelector('main').childNodes);
      const file = [...await row.file];
      if (row !== here) return;
      preview.replaceChildren(...file.map(node => document.importNode(node, true)));
      preview.hidden = false;
      page.classList.add('beside');
      preview.scrollTop = 0;
    } catch (problem) {
      delete row.file; // the row's link leads to it all the same
    }
  }
  wide.addEventListener('change', show);

  const table = document.getElementById('tasks');
  table.addEventListener('focusin', event => {
    const row = event.target.closest('tbody tr');
    if (row) stand(row);
  });
  table.addEventListener('click', event => {
    const row = event.target.closest('tbody tr');
    if (!row) return;
    if (event.target.closest('th a')) sessionStorage.setItem(KEY, JSON.stringify([row.id, rows.indexOf(row)]));
    else if (!event.target.closest('a, button, input, summary, label')) link(row).focus({ preventScroll: true });
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { target } = event;
    const inside = target.closest?.('#tasks tbody tr');
    if (!inside && target !== document.body && target.id !== 'content') return;
    const step = { ArrowDown: 1, ArrowUp: -1, ...inside && { j: 1, k: -1 } }[event.key];
    if (step) {
      event.preventDefault();
      const at = here ? rows.indexOf(here) + (inside ? step : 0) : 0;
      link(rows[Math.max(0, Math.min(rows.length - 1, at))]).focus();
    } else if (inside && event.key === 'x') {
      inside.querySelector('.pick input')?.click();
    }
  });

  // The next task takes the place of one that is done.
  const left = JSON.parse(sessionStorage.getItem(KEY) || 'null');
  sessionStorage.removeItem(KEY);
  const back = left && (document.getElementById(left[0]) || rows[Math.min(left[1], rows.length - 1)]);
  if (back && !location.hash) link(back).focus({ preventScroll: Boolean(document.querySelector('[role=status]')) });
  else if (wide.matches) stand(rows[0]);
  addEventListener('pageshow', event => { if (event.persisted && here) link(here).focus(); });
})();
