package org.tandem.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Hands that never touch the mouse. */
record Keys(Page page) {

    private static final int PATIENCE = 150;

    /** Tabs until it has the focus, and looks whether the focus can be seen. */
    Keys to(Locator target) {
        target.waitFor();
        for (int i = 0; i < PATIENCE && !hasFocus(target); i++) {
            press("Tab");
        }
        if (!hasFocus(target)) {
            throw new AssertionError("The Tab key does not reach " + target);
        }
        if (!(boolean)
                target.evaluate(
                        "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }")) {
            throw new AssertionError("The focus cannot be seen on " + target);
        }
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keys press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    private static boolean hasFocus(Locator target) {
        return (boolean) target.evaluate("e => e === document.activeElement");
    }
}
