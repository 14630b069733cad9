package org.tandem.tasks.forms;

import lombok.Getter;

/** A form file Tandem cannot use; says where, what is wrong and what to do about it. */
@Getter
public class UnusableForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /** Key or id of the component with its type, as in {@code letter (filepicker)}. */
    private final String element;

    private final String problem;
    private final String remedy;

    UnusableForm(String file, String element, String problem, String remedy) {
        super(file + ", " + element + ": " + problem + " " + remedy);
        this.file = file;
        this.element = element;
        this.problem = problem;
        this.remedy = remedy;
    }
}
