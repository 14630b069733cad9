package org.tandem.models;

/** One broken rule: where it is, what is wrong, and what to do. */
public record Finding(String file, String element, Rule rule, String problem, String remedy) {

    /** One line for people: file, element, what is wrong, what to do. */
    public String sentence() {
        return file + ", " + element + ": " + problem + " " + remedy;
    }
}
