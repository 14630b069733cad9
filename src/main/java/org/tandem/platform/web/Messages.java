package org.tandem.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every module's {@code messages/<module>.properties}, and the pseudo-locales made from English. */
class Messages extends ReloadableResourceBundleMessageSource {

    private final Pseudo pseudo = new Pseudo();

    Messages() {
        setBasenames(basenames());
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setDefaultLocale(Locale.ENGLISH);
        setAlwaysUseMessageFormat(true);
    }

    private static String[] basenames() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                    .map(resource -> Objects.requireNonNull(resource.getFilename()))
                    .map(name -> name.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .map(name -> "classpath:messages/" + name)
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        MessageFormat format = super.resolveCode(code, Languages.spoken(locale));
        if (format == null || !locale.equals(Languages.ACCENTED)) {
            return format;
        }
        return new MessageFormat(pseudo.accented(format.toPattern()), Locale.ENGLISH);
    }
}
