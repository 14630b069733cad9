package org.tandem.frameworks;

/**
 * Line of the summary of a framework whose countries are selected: it leads to the page of another module, which contributes it
 * as a bean.
 *
 * @param nameKey message key of what it is
 * @param textKey message key of the text of the link
 * @param address what stands before the framework's short code
 */
public record FrameworkLink(String nameKey, String textKey, String address) {}
