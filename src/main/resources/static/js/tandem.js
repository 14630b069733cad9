// Comfort on top of pages that work without it.
//   form                         no second submit while the first is under way
//   [data-shown-when="f=A|B"]    shown while field f has one of the values ("f!=A": while it has not);
//                                "f=A&g!=B": both; values are kept
//   form[data-draft-url]         saved as you type; says so in its .draft-state or in the page's live region; what the server
//                                has not confirmed when the page is left is given back in the same tab
//   form[data-draft-page]        once saved, the page's address is that of the draft
//   form[data-remarks-url]       its #remarks are fetched again when a field named in data-remarks-follow changes
//   form[data-unsaved]           asks before leaving with unsaved changes (its value is nothing; the browser words it)
//   input[data-select-all="f"]   ticks every checkbox named f in the same form
//   textarea[data-counter="id"]  how many characters are left, in the element with that id
//   [data-maxlength="n"]         the same in a line below, once there are few left; nothing is cut: the server refuses what is too long
//   [data-key="/"]               the key that moves the focus there
//   details[data-fold]           closed on a small screen, so that a long page begins short
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
    const draft = drafts.get(form);
    clearTimeout(draft?.timer);
    if (draft?.underWay && !draft.impatient) { // an older text must not arrive after what is sent now
      event.preventDefault();
      say(texts.busy);
      if (!draft.send) setTimeout(sendNow, 5000, form);
      draft.send = () => form.requestSubmit(event.submitter);
      return;
    }
    form.dataset.busy = 'yes';
    for (const button of all('button', form)) button.setAttribute('aria-disabled', 'true');
    say(texts.busy);
    setTimeout(rest, 15000, form); // the answer may be a file to keep: then this page stays
  });
  function sendNow(form) {
    const draft = drafts.get(form);
    const send = draft.send;
    draft.send = null;
    draft.impatient = true;
    send?.();
    draft.impatient = false;
  }
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
  if (matchMedia('(max-width: 43.99rem)').matches) for (const part of all('[data-fold]')) part.open = false;

  const drafts = new WeakMap();
  const fields = form => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    return data;
  };
  // What matters: neither the token nor which page it is.
  const typed = form => new URLSearchParams([...fields(form)].filter(([name]) => !['_csrf', '_once'].includes(name))).toString();
  // As a browser sends a page that is being left at most 64 KB, and each letter of Khmer takes nine bytes in an address.
  function body(data, text) {
    if (text.length < 60000) return data;
    const parts = new FormData();
    for (const [name, value] of data) parts.append(name, value);
    return parts;
  }
  const bytes = data => [...data].reduce((sum, pair) => sum + new TextEncoder().encode(pair[1]).length + pair[0].length + 110, 0);
  const fits = data => bytes(data) < 63000;

  // One at a time: on a slow link an older text must not arrive after a newer one.
  async function save(form, leaving) {
    const draft = drafts.get(form);
    clearTimeout(draft.timer);
    if (draft.underWay && !leaving) { draft.again = true; return; }
    const data = fields(form);
    const text = typed(form);
    if (text === draft.saved && !draft.underWay || form.dataset.busy) return;
    draft.underWay = true;
    const place = form.querySelector('.draft-state');
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST', body: body(data, data.toString()), keepalive: leaving && fits(data), credentials: 'same-origin', redirect: 'error',
        signal: leaving ? undefined : AbortSignal.timeout?.(60000),
      });
      if (answer.status === 401) { signedOut(form); throw 'told'; }
      if (answer.status === 403 && !draft.renewed && await renew()) { draft.renewed = true; draft.again = true; throw 'told'; }
      if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        if (problem.detail) { say(problem.detail, place); throw 'told'; }
        throw answer.status;
      }
      draft.saved = text;
      draft.renewed = false;
      keep(form, null);
      if (form.dataset.draftPage && !leaving) history.replaceState(null, '', form.dataset.draftPage);
      const now = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: texts.zone });
      say(typed(form) === text ? (form.dataset.saved || texts.saved).replace('{0}', now.format(new Date())) : texts.notYet, place);
    } catch (problem) {
      if (!leaving && problem !== 'told') say(texts.notSaved, place);
    }
    draft.underWay = false;
    if (draft.send) { draft.again = false; sendNow(form); return; }
    if (draft.again) { draft.again = false; save(form, false); }
  }
  const unsaved = form => drafts.has(form) && !form.dataset.busy && typed(form) !== drafts.get(form).saved;

  // Signed out: the page stays, and says so. Who signs in in another tab goes on here: each page has the new token.
  function signedOut(form) {
    const place = form?.querySelector('.draft-state') || document.getElementById('live');
    const link = Object.assign(document.createElement('a'), { href: texts.login, target: '_blank', textContent: texts.signIn });
    place.replaceChildren(texts.signedOut + ' ', link);
  }
  async function renew() {
    try {
      const page = document.querySelector('.menu-body a')?.href || location.href; // any page of this person has the token
      const answer = await fetch(page, { credentials: 'same-origin', redirect: 'error' });
      const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[name=_csrf]')?.value;
      for (const token of all('[name=_csrf]')) if (fresh) token.value = fresh;
      return Boolean(fresh);
    } catch (problem) { return false; }
  }
  document.addEventListener('htmx:responseError', event => { if (event.detail?.xhr?.status === 401) signedOut(null); });
  addEventListener('focus', () => { for (const form of all('form[data-draft-url]')) if (unsaved(form) && changed.has(form)) save(form, false); });

  // What the server has not confirmed when the page is left stays in this tab, for the same person alone.
  const shelf = form => 'typed ' + texts.who + ' ' + form.dataset.draftUrl.replace(/([?&])draft=[^&]*/, '$1');
  function keep(form, pairs) {
    try {
      if (pairs) sessionStorage.setItem(shelf(form), JSON.stringify({ of: form.dataset.draftUrl, on: form.elements._revision?.value, pairs }));
      else sessionStorage.removeItem(shelf(form));
    } catch (problem) { /* the browser keeps nothing, or it is full: the question before leaving stands */ }
  }
  function giveBack(form) {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(shelf(form))); } catch (problem) { /* nothing kept */ }
    if (!kept || kept.of !== form.dataset.draftUrl && new URLSearchParams(location.search).has('draft')) return;
    const before = typed(form);
    for (const field of form.elements) {
      if (field.name.startsWith('_')) continue; // the page's own
      const values = kept.pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else if (values.length && field.type !== 'hidden' && field.type !== 'file') field.value = values[0];
    }
    if (typed(form) === before) { keep(form, null); return; }
    if (kept.on) form.elements._revision.value = kept.on; // what was typed was begun on this text
    changed.add(form);
    show(form);
    say(texts.restored, form.querySelector('.draft-state'));
    save(form, false);
  }

  const changed = new WeakSet();
  for (const form of all('form[data-draft-url]')) {
    drafts.set(form, { saved: typed(form) });
    giveBack(form);
  }
  document.addEventListener('input', event => {
    const { target } = event;
    const form = target.form;
    if (!form) return;
    changed.add(form);
    if (target.dataset.selectAll) {
      for (const box of form.elements) if (box.name === target.dataset.selectAll && !box.disabled) box.checked = target.checked;
    }
    if (target.dataset.counter || target.dataset.maxlength) count(target);
    show(form);
    const draft = drafts.get(form);
    if (!draft) return;
    if (!draft.underWay && draft.said !== draft.saved) { draft.said = draft.saved; say(texts.notYet, form.querySelector('.draft-state')); }
    clearTimeout(draft.timer);
    draft.timer = setTimeout(save, 1500, form, false);
  });
  document.addEventListener('focusout', event => {
    const form = event.target.form;
    const sends = event.relatedTarget?.type === 'submit' && event.relatedTarget.form === form;
    if (form && drafts.has(form) && changed.has(form) && !sends) save(form, false);
  });
  addEventListener('pagehide', () => {
    for (const form of all('form[data-draft-url]')) {
      if (!changed.has(form) || !unsaved(form)) continue;
      keep(form, [...fields(form)].filter(([name]) => !name.startsWith('_')));
      save(form, true);
    }
  });
  addEventListener('beforeunload', event => {
    const asks = form => drafts.has(form) ? unsaved(form) && !fits(fields(form)) : !form.dataset.busy;
    if (all('form[data-unsaved], form[data-draft-url]').some(form => changed.has(form) && asks(form))) event.preventDefault();
  });

  // As TextRules counts on the server.
  const BLANK = /[\s\p{Z}\u200B\uFEFF]+/u;
  const ENDS = /^[\s\p{Z}\xAD\u061C\u180E\u200B-\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFF9-\uFFFB]+|[\s\p{Z}\xAD\u061C\u180E\u200B-\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFF9-\uFFFB]+$/gu;
  function count(area) {
    if (!area.dataset.counter && area.value.length < area.dataset.maxlength * 0.8) return;
    const text = area.value.normalize().replace(ENDS, '');
    const left = area.dataset.maxwords
      ? area.dataset.maxwords - text.split(BLANK).filter(run => /[\p{L}\p{Nd}]/u.test(run)).length
      : area.dataset.maxlength - [...text].length;
    if (!area.dataset.counter) {
      const place = document.createElement('p');
      place.className = 'counter';
      const number = Object.assign(document.createElement('span'), { id: `left-${all('.counter').length}-${area.name}` });
      place.append(number, ' ' + texts.left);
      area.after(place);
      area.dataset.counter = number.id;
    }
    const number = document.getElementById(area.dataset.counter);
    const over = number.parentElement.classList.toggle('over', left < 0);
    if (over !== (area.dataset.over === 'yes')) {
      area.dataset.over = over ? 'yes' : '';
      area.setAttribute('aria-invalid', over);
      if (over) say(texts.tooLong);
    }
    number.textContent = new Intl.NumberFormat(document.documentElement.lang).format(left);
  }
  all('[data-counter], [data-maxlength]').forEach(count);

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
  // The zone of the device is proposed until it is used or declined on this device.
  const offer = document.querySelector('[data-zone-offer]');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const remembered = () => { try { return localStorage.getItem('zone kept'); } catch (problem) { return null; } };
  if (offer && zone && !/^(UTC|Etc\/|GMT)/.test(zone) && remembered() !== zone) {
    offer.querySelector('[name=zone]').value = offer.querySelector('b').textContent = zone;
    offer.hidden = false;
    offer.querySelector('[type=button]').addEventListener('click', () => {
      offer.hidden = true;
      try { localStorage.setItem('zone kept', zone); } catch (problem) { /* it is proposed again */ }
    });
  }
  document.querySelector('[data-focus]')?.focus();
})();
