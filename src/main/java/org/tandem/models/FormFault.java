package org.tandem.models;

/** Why a form file cannot be used. */
public record FormFault(String element, String problem, String remedy) {}
