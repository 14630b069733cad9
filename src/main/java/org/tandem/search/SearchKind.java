package org.tandem.search;

/**
 * A kind of things that can be found.
 *
 * @param code stands in addresses, {@code /search?kind=country}
 * @param order smaller stands higher among equally good hits
 * @param messageKey of what one such thing is called; with {@code .all} behind it, of all of them
 */
public record SearchKind(String code, int order, String messageKey) {}
