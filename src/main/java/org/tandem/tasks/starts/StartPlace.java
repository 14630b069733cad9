package org.tandem.tasks.starts;

/**
 * Where a start stands; in addresses {@code {caseId}} is the case it is about.
 *
 * @param module whose form it is
 * @param key name of the form and its file, a verb and a noun; each start has its own
 * @param page address of the page
 * @param action where the page sends its form
 * @param api where machines send the values of the form, as one JSON object
 * @param apiStatus status that answers them when it is begun
 */
public record StartPlace(String module, String key, String page, String action, String api, int apiStatus) {

    /** A page that sends its form to its own address. */
    public StartPlace(String module, String key, String page, String api) {
        this(module, key, page, page, api, 201);
    }
}
