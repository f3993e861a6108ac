/* Small comforts over pages that work without them. Hooks are data attributes; nothing here decides anything. */
(() => {
  'use strict';

  const find = (selector, root = document) => root.querySelector(selector);
  const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];
  const dirty = new Set();
  /** Long enough for a double click, short enough for a download that leaves the page standing. */
  const RESEND_AFTER = 2000;
  /** Lines beside a form that talk with the service while somebody types: one saves, the other only asks for the points. */
  const LINES = '[data-save-state], [data-live-state]';
  const NOT_SAVED = 'Chưa lưu được. Nội dung vẫn còn trên màn hình; hãy thử lại.';
  const NOT_WORKED_OUT = 'Chưa tính được điểm. Nội dung vẫn còn trên màn hình; hãy bấm Lưu.';
  /** Refusals whose text is meant for the line beside the form: a log-in that is over, a conflict, an error of input. */
  const SPOKEN = [403, 409, 412, 422];
  const FOCUS_KEY = 'thidua.filter';

  start();

  function start() {
    document.addEventListener('submit', askFirst, true);
    document.addEventListener('submit', sendOnce, true);
    document.addEventListener('input', noteInput);
    document.addEventListener('change', noteChange);
    document.addEventListener('click', noteClick);
    document.addEventListener('keydown', closePanelOnEscape);
    document.addEventListener('htmx:before:request', ({ detail }) => sending(detail.ctx));
    document.addEventListener('htmx:after:request', answered);
    document.addEventListener('htmx:error', ({ detail }) => failed(detail.ctx?.sourceElement));
    document.addEventListener('htmx:after:swap', () => dress(document));
    window.addEventListener('beforeunload', warnOfLoss);
    window.addEventListener('pageshow', () => findAll('.is-sent').forEach(release));
    dress(document);
    focusFirst();
    findAll('[data-follow]').forEach(follow);
  }

  /** Shows what would be dead without a script. */
  function dress(root) {
    if (!root?.querySelectorAll) return;
    findAll('[data-print], [data-check-all], [data-checked-count]', root).forEach((control) => {
      control.hidden = false;
      control.closest('[hidden]')?.removeAttribute('hidden');
    });
    findAll('[data-check-all]', root).forEach(matchRows);
  }

  function focusFirst() {
    const summary = find('.error-summary');
    const filter = takeFocusKey();
    (summary ?? find('[aria-invalid]') ?? filter)?.focus();
  }

  // Asking and sending

  function askFirst(event) {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (!question || window.confirm(question)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function sendOnce(event) {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.classList.contains('is-sent')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    dirty.delete(form);
    form.classList.add('is-sent');
    setTimeout(() => release(form), RESEND_AFTER);
  }

  function release(form) {
    form.classList.remove('is-sent');
  }

  // Unsaved work

  function noteInput({ target }) {
    const form = target.form;
    if (form?.matches('[data-guard]')) dirty.add(form);
  }

  function warnOfLoss(event) {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  }

  /** What has waited its turn is sent as the form stands now: it was gathered before the answer with the new version came. */
  function sending({ sourceElement, request }) {
    if (!sourceElement.matches(LINES)) return;
    const form = sourceElement.closest('form');
    request.body = new URLSearchParams(new FormData(form));
    if (!saves(sourceElement)) return;
    dirty.delete(form);
    say(sourceElement, 'Đang lưu…', false);
  }

  function saves(element) {
    return element.matches('[data-save-state]');
  }

  /** An answer that cannot stand where it was asked for (the log-in page, a page of an error) opens as a page. */
  function answered(event) {
    const { sourceElement, response, select, text, request } = event.detail.ctx;
    if (sourceElement.matches(LINES)) return told(event, sourceElement, response);
    const missing = select?.startsWith('#') && !text.includes(`id="${select.slice(1)}"`);
    if (!missing || request.method !== 'GET') return;
    event.preventDefault();
    location.assign(response.raw.url);
  }

  function told(event, element, { status, raw }) {
    const good = status < 400 && !raw.redirected;
    element.classList.toggle('is-bad', !good);
    if (good) return;
    if (saves(element)) dirty.add(element.closest('form'));
    if (SPOKEN.includes(status)) return;
    event.preventDefault();
    failed(element);
  }

  function failed(element) {
    if (!element?.matches(LINES)) return;
    if (saves(element)) dirty.add(element.closest('form'));
    say(element, saves(element) ? NOT_SAVED : NOT_WORKED_OUT, true);
  }

  function say(element, text, bad) {
    element.textContent = text;
    element.classList.toggle('is-bad', bad);
  }

  // Filters, lists, dates, files

  function noteChange({ target }) {
    const form = target.form;
    if (target.matches('[data-check-all]')) checkAll(target);
    if (target.matches('[data-max-bytes]')) checkSize(target);
    if (target.matches('[data-date]')) target.value = withSlashes(target.value);
    if (form?.matches('[data-autosubmit]') && target.matches('select, [type=checkbox], [type=radio]')) {
      rememberFocus(target);
      form.requestSubmit();
    }
    if (!form) return;
    countChecked(form);
    findAll('[data-check-all]', form).forEach(matchRows);
  }

  function checkAll(box) {
    rowsOf(box).forEach((row) => {
      row.checked = box.checked;
    });
  }

  /** The box over the rows says whether all are marked, and is not there where there is nothing to mark. */
  function matchRows(box) {
    const rows = rowsOf(box);
    box.hidden = rows.length === 0;
    box.checked = rows.length > 0 && rows.every(({ checked }) => checked);
  }

  function rowsOf(box) {
    return findAll(`input[type=checkbox][name="${box.dataset.checkAll}"]:enabled`, box.form ?? document);
  }

  function countChecked(form) {
    const place = find('[data-checked-count]', form);
    if (!place) return;
    const name = place.dataset.checkedCount;
    place.textContent = findAll(`input[name="${name}"]:checked`, form).length;
  }

  function checkSize(input) {
    const limit = Number(input.dataset.maxBytes);
    const big = [...input.files].find(({ size }) => size > limit);
    const megabytes = Math.floor(limit / 1024 / 1024);
    input.setCustomValidity(big ? `Tệp “${big.name}” lớn hơn ${megabytes} MB.` : '');
    input.reportValidity();
  }

  /** 22112026, 22-11-2026 and 22.11.2026 become 22/11/2026; anything else stays for the server to judge. */
  function withSlashes(text) {
    const spaced = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;
    const [, day, month, year] = spaced.exec(text.trim()) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim()) ?? [];
    return year ? [day.padStart(2, '0'), month.padStart(2, '0'), year].join('/') : text;
  }

  function rememberFocus({ id }) {
    sessionStorage.setItem(FOCUS_KEY, JSON.stringify([location.pathname, id]));
  }

  function takeFocusKey() {
    const [path, id] = JSON.parse(sessionStorage.getItem(FOCUS_KEY) ?? '[]');
    sessionStorage.removeItem(FOCUS_KEY);
    return path === location.pathname && id ? document.getElementById(id) : null;
  }

  // Work that goes on elsewhere

  /** Shows how far it is; when it has ended the page tells the rest. A connection that is lost opens again by itself. */
  function follow(place) {
    const events = new EventSource(place.dataset.follow);
    events.addEventListener('message', ({ data }) => {
      const { done, total, text, ended } = JSON.parse(data);
      const bar = find('progress', place);
      bar.max = Math.max(total, 1);
      bar.value = done;
      find('[role=status]', place).textContent = text;
      if (!ended) return;
      events.close();
      location.reload();
    });
    window.addEventListener('pagehide', () => events.close());
  }

  // Buttons and panels

  function noteClick({ target }) {
    if (target.closest('[data-print]')) window.print();
    findAll('details.me[open]').forEach((panel) => {
      if (!panel.contains(target)) panel.open = false;
    });
  }

  function closePanelOnEscape({ key }) {
    const panel = key === 'Escape' && find('details.me[open]');
    if (!panel) return;
    panel.open = false;
    find('summary', panel).focus();
  }
})();
