package org.tandem.platform;

/** Tandem cannot start: what is wrong and what to do, in words for whoever starts it. Shown without a stack trace. */
public class CannotStart extends RuntimeException {

    private final String action;

    public CannotStart(String whatIsWrong, String whatToDo) {
        super(whatIsWrong);
        this.action = whatToDo;
    }

    public CannotStart(String whatIsWrong, String whatToDo, Throwable cause) {
        super(whatIsWrong, cause);
        this.action = whatToDo;
    }

    public String whatToDo() {
        return action;
    }
}
