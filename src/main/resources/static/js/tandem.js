// Comfort on top of pages that work without it.
//   form                         no second submit while the first is under way
//   [data-shown-when="f=A|B"]    shown while field f has one of the values ("f!=A": while it has not);
//                                "f=A&g!=B": both; values are kept
//   form[data-draft-url]         saved as you type; says so in its .draft-state or in the page's live region
//   form[data-draft-page]        once saved, the page's address is that of the draft
//   form[data-remarks-url]       its #remarks are fetched again when a field named in data-remarks-follow changes
//   form[data-unsaved]           asks before leaving with unsaved changes (its value is nothing; the browser words it)
//   input[data-select-all="f"]   ticks every checkbox named f in the same form
//   textarea[data-counter="id"]  how many characters are left, in the element with that id
//   [data-key="/"]               the key that moves the focus there
//   [data-focus]                 takes the focus when the page opens
(() => {
  'use strict';
  const texts = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (text, place) => { (place || document.getElementById('live')).textContent = text; };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.busy) { event.preventDefault(); return; }
    form.dataset.busy = 'yes';
    for (const button of all('button', form)) button.setAttribute('aria-disabled', 'true');
    say(texts.busy);
    setTimeout(rest, 15000, form); // the answer may be a file to keep: then this page stays
  });
  function rest(form) {
    delete form.dataset.busy;
    for (const button of all('button', form)) button.removeAttribute('aria-disabled');
  }
  addEventListener('pageshow', () => {
    all('form[data-busy]').forEach(rest);
    all('form').forEach(show);
  });

  function show(form) {
    const values = new FormData(form);
    const holds = condition => {
      const [, field, not, wanted] = condition.match(/^(.*?)(!?)=(.*)$/) || [];
      return !field || Boolean(not) !== values.getAll(field).some(value => wanted.split('|').includes(value));
    };
    for (const part of all('[data-shown-when]', form)) part.hidden = !part.dataset.shownWhen.split('&').every(holds);
  }

  all('form').forEach(show);

  const drafts = new WeakMap();
  const fields = form => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    return data;
  };
  // One at a time: on a slow link an older text must not arrive after a newer one.
  async function save(form, leaving) {
    const draft = drafts.get(form);
    clearTimeout(draft.timer);
    if (draft.underWay && !leaving) { draft.again = true; return; }
    const data = fields(form);
    const text = data.toString();
    if (text === draft.saved && !draft.underWay || form.dataset.busy) return;
    draft.underWay = true;
    const place = form.querySelector('.draft-state');
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST', body: data, keepalive: leaving && text.length < 60000, credentials: 'same-origin', redirect: 'error',
        signal: AbortSignal.timeout?.(20000),
      });
      if (!answer.ok) throw new Error(answer.status);
      draft.saved = text;
      if (form.dataset.draftPage && !leaving) history.replaceState(null, '', form.dataset.draftPage);
      const now = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: texts.zone });
      say(texts.saved.replace('{0}', now.format(new Date())), place);
    } catch (problem) {
      if (!leaving) say(texts.notSaved, place);
    }
    draft.underWay = false;
    if (draft.again) { draft.again = false; save(form, false); }
  }
  for (const form of all('form[data-draft-url]')) drafts.set(form, { saved: fields(form).toString() });

  const changed = new WeakSet();
  document.addEventListener('input', event => {
    const { target } = event;
    const form = target.form;
    if (!form) return;
    changed.add(form);
    if (target.dataset.selectAll) {
      for (const box of all('input[type=checkbox]', form)) if (box.name === target.dataset.selectAll && !box.disabled) box.checked = target.checked;
    }
    if (target.dataset.counter) count(target);
    show(form);
    const draft = drafts.get(form);
    if (!draft) return;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(save, 1500, form, false);
  });
  document.addEventListener('focusout', event => {
    const form = event.target.form;
    if (form && drafts.has(form) && changed.has(form)) save(form, false);
  });
  addEventListener('pagehide', () => {
    for (const form of all('form[data-draft-url]')) if (changed.has(form)) save(form, true);
  });
  addEventListener('beforeunload', event => {
    if (all('form[data-unsaved]').some(form => changed.has(form) && !form.dataset.busy)) event.preventDefault();
  });

  // As TextRules counts on the server.
  const BLANK = /[\s\p{Z}\u200B\uFEFF]+/u;
  const ENDS = /^[\s\p{Z}\xAD\u061C\u180E\u200B-\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFF9-\uFFFB]+|[\s\p{Z}\xAD\u061C\u180E\u200B-\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFF9-\uFFFB]+$/gu;
  function count(area) {
    const text = area.value.normalize().replace(ENDS, '');
    const left = area.dataset.maxwords
      ? area.dataset.maxwords - text.split(BLANK).filter(run => /[\p{L}\p{Nd}]/u.test(run)).length
      : (area.dataset.maxlength || area.maxLength) - [...text].length;
    const number = document.getElementById(area.dataset.counter);
    number.parentElement.classList.toggle('over', left < 0);
    number.textContent = new Intl.NumberFormat(document.documentElement.lang).format(left);
  }
  all('[data-counter]').forEach(count);

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      const menu = event.target.closest?.('details.menu[open]');
      if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    const wanted = all('[data-key]').find(element => element.dataset.key === event.key);
    if (wanted) { event.preventDefault(); wanted.focus(); }
  });
  document.addEventListener('click', event => {
    for (const menu of all('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
    const link = event.target.closest?.('.error-summary a[href^="#"]');
    const goal = link && document.getElementById(link.hash.slice(1));
    if (goal) {
      event.preventDefault();
      const field = goal.matches('input, textarea, select') ? goal : goal.querySelector('input, textarea, select') || goal;
      goal.scrollIntoView();
      field.focus({ preventScroll: true });
    }
  });

  // What is known of the answers so far is fetched only once a click is over: what comes in may move the page, and a button
  // that moves away between press and release is never clicked.
  let pressed = false;
  addEventListener('pointerdown', event => { pressed = event.button === 0; }, true);
  const release = () => { pressed = false; };
  for (const over of ['pointerup', 'pointercancel', 'contextmenu', 'keydown']) addEventListener(over, release, true);
  addEventListener('blur', release); // of the window; of a field it does not come this far
  document.addEventListener('change', event => {
    const { form, name } = event.target;
    const follow = form?.dataset.remarksFollow?.split(' ') || [];
    if (!follow.includes(name)) return;
    const wait = () => pressed ? requestAnimationFrame(wait) : setTimeout(remark, 0, form, follow);
    wait();
  });
  async function remark(form, follow) {
    const asked = new URLSearchParams([...fields(form)].filter(([name]) => follow.includes(name)));
    try {
      // A session that has ended answers with a redirect: then the page stays as it is.
      const answer = await fetch(form.dataset.remarksUrl + '?' + asked, { credentials: 'same-origin', redirect: 'error' });
      const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('remarks');
      if (fresh) form.querySelector('#remarks').replaceWith(fresh);
    } catch (problem) { /* nobody needs it to go on */ }
  }
  document.querySelector('[data-focus]')?.focus();
})();
