// A budget without pressing Save: a cell is saved as it is left, and all sums follow. Enter and the arrows up and down go from
// row to row; what is copied from a spreadsheet fills the cells to the right and below.
(() => {
  'use strict';
  const texts = document.body.dataset;
  const own = document.querySelector('main').dataset;
  const forms = [...document.querySelectorAll('form[data-cells]')];
  const stored = new WeakMap();
  const fields = form => [...form.querySelectorAll('td input, td textarea, .budget-terms input')];
  const place = form => form.querySelector('.draft-state');
  const refused = new WeakMap(); // not sent again by itself: its writer types anew, or presses Save
  const dirty = form => fields(form).filter(field => field.value !== stored.get(field));
  for (const form of forms) for (const field of fields(form)) stored.set(field, field.defaultValue);

  let queue = Promise.resolve(); // one after the other: each saving names the revision of the one before
  let waiting = 0;
  function save(form) {
    waiting++;
    queue = queue.then(() => send(form)).finally(() => { waiting--; });
  }
  async function send(form) {
    const changed = dirty(form).filter(field => field.value !== refused.get(field) && (field !== document.activeElement || field.dataset.send));
    if (!changed.length || form.dataset.busy) return;
    const sent = new Map(changed.map(field => [field, field.value]));
    const data = new URLSearchParams([...new FormData(form)].filter(([name]) => !form.elements[name]?.matches?.('td *, .budget-terms *')));
    for (const field of changed) { data.append(field.name, field.value); delete field.dataset.send; }
    place(form).textContent = texts.notYet;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: data, credentials: 'same-origin', signal: AbortSignal.timeout?.(60000) });
      if (answer.status === 401) { place(form).textContent = texts.signedOut; return; }
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) throw answer.status;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!page.querySelector('form[data-cells]')) throw answer.status;
      take(page, sent, answer.ok);
      place(form).textContent = answer.ok ? own.saved.replace('{0}', time()) : page.querySelector('.error-summary')?.textContent.trim() || texts.notSaved;
    } catch (problem) {
      place(form).textContent = texts.notSaved;
    }
  }
  const time = () => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: texts.zone }).format(new Date());

  // Figures, the revision and what others have written come from the page that was sent back; what is being typed stays.
  function take(page, sent, ok) {
    const fresh = [...page.querySelectorAll('[data-live]')];
    const shown = [...document.querySelectorAll('[data-live]')];
    if (fresh.length !== shown.length) { location.reload(); return; }
    shown.forEach((cell, at) => { if (cell.textContent !== fresh[at].textContent) cell.textContent = fresh[at].textContent; });
    for (const form of forms) {
      form.elements.revision.value = page.querySelector('input[name=revision]').value;
      for (const field of fields(form)) {
        const other = page.getElementById(field.id);
        const cell = field.closest('td, .field');
        const error = page.getElementById(field.id + '-error');
        if (sent.has(field) || error) {
          document.getElementById(field.id + '-error')?.remove();
          cell.classList.toggle('has-error', Boolean(error));
          cell.classList.toggle('saved', ok);
          field.toggleAttribute('aria-invalid', Boolean(error));
          if (error) { field.after(error); field.setAttribute('aria-describedby', error.id); } else field.removeAttribute('aria-describedby');
        }
        const untouched = field.value === stored.get(field) || field.value === sent.get(field);
        if (!ok && sent.has(field)) refused.set(field, sent.get(field));
        if (!ok && sent.has(field) || !other) continue;
        stored.set(field, other.defaultValue);
        if (untouched && field !== document.activeElement) field.value = other.defaultValue;
        else if (field.value === sent.get(field)) stored.set(field, field.value);
      }
    }
  }

  document.addEventListener('focusout', event => {
    const form = event.target.form;
    if (forms.includes(form) && event.target.value !== stored.get(event.target)) save(form);
  });
  document.addEventListener('change', event => { // also when the window is left
    const form = event.target.form;
    if (forms.includes(form) && fields(form).includes(event.target)) { event.target.dataset.send = 'yes'; save(form); }
  });

  const column = field => [...field.closest('tr').querySelectorAll('td input')].indexOf(field);
  function neighbour(field, step) {
    const rows = [...field.closest('table').querySelectorAll('tr')].filter(row => row.querySelector('td input'));
    return rows[rows.indexOf(field.closest('tr')) + step]?.querySelectorAll('td input')[column(field)];
  }
  document.addEventListener('keydown', event => {
    const field = event.target;
    if (!forms.includes(field.form) || !field.matches('td input') || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = neighbour(field, step);
    if (next) { next.focus(); next.select(); } else if (event.key === 'Enter') { field.blur(); field.focus(); }
  });

  // Nothing is lost: a block that is too large for the grid stays in the clipboard, and none of it is filled in.
  document.addEventListener('paste', event => {
    const first = event.target;
    const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '') || '';
    if (!forms.includes(first.form) || !first.matches('td input') || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const cells = text.split('\n').map(line => line.split('\t'));
    const targets = cells.map((line, down) => {
      const start = neighbour(first, down);
      const row = start ? [...start.closest('tr').querySelectorAll('td input')] : [];
      return line.map((value, right) => row[column(first) + right]);
    });
    if (targets.flat().some(target => !target)) { place(first.form).textContent = own.tooMany; return; }
    cells.forEach((line, down) => line.forEach((value, right) => {
      const target = targets[down][right];
      target.value = value.trim();
      target.dataset.send = 'yes';
    }));
    save(first.form);
  });

  addEventListener('beforeunload', event => {
    if (waiting || forms.some(form => !form.dataset.busy && dirty(form).length)) event.preventDefault();
  });
})();
