package org.tandem.platform.imports;

/**
 * Where an import stands.
 *
 * @param module whose import it is
 * @param key its runs are kept under it; files are named after it
 * @param words beginning of its message keys, up to the last dot: title, lead and {@code column.<code>}
 * @param page address of the page
 * @param api address for machines
 * @param list address of the list it stands under
 * @param listTitle message key of the list's name
 * @param opened address where what was opened is found
 * @param one what stands before the id in the address of what was opened
 */
public record ImportPlace(
        String module,
        String key,
        String words,
        String page,
        String api,
        String list,
        String listTitle,
        String opened,
        String one) {}
