package org.tandem.platform.web;

/** What a program sent has another shape than what the address takes: a mistake of the program, not of a person (400). */
public final class UnfitBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    private UnfitBody(String key, String field) {
        super(key);
        this.field = field;
    }

    public static UnfitBody unknown(String field) {
        return new UnfitBody("platform.problem.unknownProperty", field);
    }

    public static UnfitBody wrongType(String field) {
        return new UnfitBody("platform.problem.wrongType", field);
    }

    Problem problem() {
        return new Problem(org.springframework.http.HttpStatus.BAD_REQUEST, String.valueOf(getMessage()), field)
                .at(field);
    }
}
