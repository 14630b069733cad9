package org.tandem.tasks.starts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.cases.CaseRefused;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/**
 * Port: something a person begins of their own accord, such as a nomination. The form is
 * {@code forms/<module>/starts/<key>.form}; page, drafts, error summary and API come from it, the title is the message
 * {@code task.<key>}.
 */
public interface StartForm {

    StartPlace place();

    /** Whether it is about a case: named in the address, or by the parameter {@code case}. */
    default boolean isAboutACase() {
        return place().page().contains("{caseId}");
    }

    /** Why nothing is begun when no case is named. */
    default Refused caseMissing() {
        return new CaseRefused.Unknown("");
    }

    /** Who gets the page; throws to refuse. */
    default void mayOpen(Start start) {
        mayStart(start);
    }

    /** Who may send it, looked at before what was typed; throws to refuse. What only the answers can say is no matter of this. */
    void mayStart(Start start);

    /** What stands in an empty form, beside the defaults of its file. */
    default FormInput beginning(Start start) {
        return FormInput.empty();
    }

    /** Choices the form leaves to the data, by the form's {@code valuesKey}. */
    default Map<String, List<Option>> options(Start start) {
        return Map.of();
    }

    /** What conditions of the form may ask for beyond its own answers. */
    default Map<String, Object> facts(Start start) {
        return Map.of();
    }

    /** What to know while filling it in, beside the words of the form. */
    default List<Remark> remarks(Start start) {
        return List.of();
    }

    /** Fields whose answers the remarks go by; looked up again when one of them changes. */
    default Set<String> remarksFollow() {
        return Set.of();
    }

    /** Names that may come along in the address though the form need not show them. */
    default Set<String> carried() {
        return Set.of();
    }

    /** Names that an address or a machine may hold though the form has no such field; they do not travel along. */
    default Set<String> alsoTaken() {
        return Set.of();
    }

    /** Whether {@link #problems} looks at every answer, because the same answers come by other ways too. */
    default boolean looksItself() {
        return false;
    }

    /** Older or shorter names of fields in what machines send, with the name of the form. */
    default Map<String, String> alsoCalled() {
        return Map.of();
    }

    /** Puts what machines sent, by the names of the form, into the words of the page where they may say it otherwise. */
    default void translate(Map<String, Object> sent) {}

    /** Fields by which a draft is told from others in a list. */
    default List<String> namedBy() {
        return List.of();
    }

    /** What the module's own rules say against the answers as they were sent, each naming its field. */
    default List<Refused> problems(Start start) {
        return List.of();
    }

    /** Begins it, in the running transaction. */
    Started submit(Start start, FormValues values);
}
