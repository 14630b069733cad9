package org.tandem.tasks.forms;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.TextRules;

/** Texts of one line or many. */
final class TextReader implements AnswerReader {

    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[0-9 ().-]+");
    private static final Pattern DOMAIN = Pattern.compile("[^\\s@.]++(?:\\.[^\\s@.]++)++");

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        Rules rules = field.rules();
        int length = TextRules.length(sent);
        if (field.kind() == FieldKind.TEXTFIELD && sent.indexOf('\n') >= 0) {
            return complaints.about(field, "oneLine");
        }
        if (length > rules.maxLength()) {
            return complaints.about(field, "tooLong", rules.maxLength(), length);
        }
        int words = TextRules.words(sent);
        if (rules.maxWords() > 0 && words > rules.maxWords()) {
            return complaints.about(field, "tooManyWords", rules.maxWords(), words);
        }
        if (length < rules.minLength()) {
            return complaints.about(field, "tooShort", rules.minLength(), length);
        }
        if (rules.shape() == Rules.Shape.EMAIL && !isEmail(sent)) {
            return complaints.about(field, "email");
        }
        if (rules.shape() == Rules.Shape.PHONE && !isPhone(sent)) {
            return complaints.about(field, "phone");
        }
        if (rules.pattern() != null && !rules.pattern().matches(sent)) {
            return field.hint().isEmpty()
                    ? complaints.about(field, "pattern")
                    : complaints.about(field, "patternWithHint", Message.of(complaints.hintKey(field)));
        }
        return sent;
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.length() <= 254
                && text.substring(0, at).codePoints().noneMatch(Character::isWhitespace)
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    /** Written for callers from abroad: with the country code. */
    private static boolean isPhone(String text) {
        long digits = text.codePoints().filter(Character::isDigit).count();
        return PHONE.matcher(text).matches() && digits >= 7 && digits <= 17;
    }
}
