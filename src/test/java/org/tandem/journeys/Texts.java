package org.tandem.journeys;

import com.microsoft.playwright.Page;
import java.util.List;

/** All words of a page that its reader meets, on it and read aloud; not what people typed or what says its own language. */
final class Texts {

    /** The innermost elements that stand out beyond the edge. */
    static final String WIDEST = """
            () => { const wide = document.documentElement.clientWidth;
              const out = [...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect();
                return r.width > 0 && (r.right > wide + 1 || r.left < -1); });
              return out.filter(e => !out.some(o => o !== e && e.contains(o))).slice(0, 3)
                .map(e => e.outerHTML.slice(0, 160)).join(' | '); }
            """;

    private static final String ALL = """
            () => {
              const spoken = document.documentElement.lang;
              const foreign = e => { for (let n = e; n && n !== document.documentElement; n = n.parentElement)
                if ((n.lang && n.lang !== spoken) || n.matches('code, script, style, textarea, .as-typed')) return true;
                return false; };
              const found = [document.title];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) if (!foreign(walk.currentNode.parentElement)) found.push(walk.currentNode.data);
              for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'label', 'data-label'])
                for (const e of document.querySelectorAll('[' + name + ']')) if (!foreign(e)) found.push(e.getAttribute(name));
              return [...new Set(found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text))];
            }
            """;

    private Texts() {}

    @SuppressWarnings("unchecked")
    static List<String> of(Page page) {
        return (List<String>) page.evaluate(ALL);
    }
}
