package org.tandem.models.soundness;

/** An element of the diagram: its id finds it in the drawing, its name is for people. */
public record Element(String id, String name) {

    @Override
    public String toString() {
        return name.isBlank() ? id : id + " “" + name + "”";
    }
}
