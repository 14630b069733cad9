package org.tandem.platform.web;

/** Contributed as a bean by the module that has a search page; without it the header shows no search box. */
public record SearchEntry(String href) {}
