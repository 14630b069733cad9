package org.tandem.tasks.forms;

/** A form file Tandem cannot use; says where, what is wrong and what to do about it. */
public class UnusableForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
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

    public String file() {
        return file;
    }

    /** Key or id of the component with its type, as in {@code letter (filepicker)}. */
    public String element() {
        return element;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
