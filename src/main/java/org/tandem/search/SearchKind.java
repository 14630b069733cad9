package org.tandem.search;

/**
 * A kind of things that can be found.
 *
 * @param code stands in addresses, {@code /search?kind=country}
 * @param order smaller stands higher among equally good hits
 * @param messageKey of its name in the plural; with {@code .one} behind it, of one such thing
 */
public record SearchKind(String code, int order, String messageKey) {}
