package org.tandem.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Every module's {@code messages/<module>.properties}, under the keys of today and those of old rows, and the pseudo-locales
 * made from English.
 */
class Messages extends ReloadableResourceBundleMessageSource {

    private final Pseudo pseudo = new Pseudo();
    private final Properties renamed;

    Messages() {
        try {
            setBasenames(basenames());
            renamed = PropertiesLoaderUtils.loadAllProperties("history/old-keys.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setDefaultLocale(Locale.ENGLISH);
        setAlwaysUseMessageFormat(true);
    }

    private static String[] basenames() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(resource -> Objects.requireNonNull(resource.getFilename()))
                .map(name -> name.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                .distinct()
                .sorted()
                .map(name -> "classpath:messages/" + name)
                .toArray(String[]::new);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        MessageFormat format = super.resolveCode(renamed.getProperty(code, code), Languages.spoken(locale));
        if (format == null || !locale.equals(Languages.ACCENTED)) {
            return format;
        }
        return new MessageFormat(pseudo.accented(format.toPattern()), Locale.ENGLISH);
    }
}
