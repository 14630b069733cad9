// Draws the diagram of a case beside the list of steps, which says the same and is there without it.
(async () => {
  'use strict';
  const frame = document.getElementById('diagram');
  if (!frame || !window.BpmnJS) return;
  const place = frame.querySelector('.diagram-canvas');
  const READABLE = 1;
  const MARGIN = 24;
  const LEAST = 240;
  const MOST = 560;

  frame.hidden = false;
  const viewer = new window.BpmnJS({ container: place, zoomScroll: { enabled: false } });
  try {
    const answer = await fetch(frame.dataset.xml, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status);
    await viewer.importXML(await answer.text());
  } catch (problem) {
    place.textContent = frame.dataset.failed;
    return;
  }

  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  const marks = [...frame.querySelectorAll('[data-node]')].filter(mark => elements.get(mark.dataset.node));
  for (const mark of marks) {
    const { node, status } = mark.dataset;
    const small = status.toLowerCase();
    canvas.addMarker(node, `mark-${small}`);
    if (elements.get(node).waypoints) continue;
    overlays.add(node, { position: { top: -11, right: 11 }, html: box(`swatch swatch-${small}`, mark.dataset.sign || (status === 'NOW' ? '\u25CF' : '\u2713')) });
  }

  function box(style, text) {
    const element = document.createElement('div');
    if (style) element.className = style;
    if (text) element.textContent = text;
    return element;
  }

  // As much as fits; where that would be too small to read, the part where the case is now.
  function fit(all) {
    const { inner, outer } = canvas.viewbox();
    const whole = { x: inner.x - MARGIN, y: inner.y - MARGIN, width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN };
    place.style.blockSize = `${Math.max(LEAST, Math.min(MOST, outer.width * whole.height / whole.width))}px`;
    canvas.resized();
    canvas.viewbox(whole);
    const now = elements.get((marks.find(mark => mark.dataset.status === 'NOW') || marks.at(-1) || { dataset: {} }).dataset.node);
    if (all || !now || canvas.zoom() >= READABLE) return;
    place.style.blockSize = `${Math.min(MOST, Math.max(LEAST, whole.height * READABLE))}px`;
    canvas.resized();
    const width = canvas.viewbox().outer.width / READABLE;
    const height = canvas.viewbox().outer.height / READABLE;
    canvas.viewbox({
      x: inside(now.x + now.width / 2 - width / 2, whole.x, whole.width - width),
      y: inside(now.y + now.height / 2 - height / 2, whole.y, whole.height - height),
      width,
      height,
    });
  }
  function inside(wish, start, room) {
    return room < 0 ? start + room / 2 : Math.min(start + room, Math.max(start, wish));
  }
  fit(false);
  frame.addEventListener('click', event => {
    const wish = event.target.closest('[data-zoom]')?.dataset.zoom;
    if (wish === 'fit') fit(true);
    if (wish === 'in' || wish === 'out') canvas.zoom(canvas.zoom() * (wish === 'in' ? 1.25 : 0.8));
  });
})();
