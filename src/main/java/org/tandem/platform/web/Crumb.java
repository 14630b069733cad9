package org.tandem.platform.web;

/** One step of the way back: an address inside the application and a translated text. */
public record Crumb(String href, String text) {}
