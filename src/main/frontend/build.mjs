// Installs the locked front-end parts when they are missing or stale and copies what the pages use into the build.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const mark = 'node_modules/.installed-lock';
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  writeFileSync(mark, lock);
}

const target = 'target/classes/static/vendor';
const parts = {
  'htmx.org/dist/htmx.min.js': 'htmx/htmx.min.js',
  'bpmn-js/dist/bpmn-navigated-viewer.production.min.js': 'bpmn-js/bpmn-navigated-viewer.min.js',
  'bpmn-js/dist/assets/diagram-js.css': 'bpmn-js/diagram-js.css',
  'bpmn-js/dist/assets/bpmn-js.css': 'bpmn-js/bpmn-js.css',
};
for (const [from, to] of Object.entries(parts)) {
  const destination = `${target}/${to}`;
  mkdirSync(destination.slice(0, destination.lastIndexOf('/')), { recursive: true });
  cpSync(`node_modules/${from}`, destination);
}
