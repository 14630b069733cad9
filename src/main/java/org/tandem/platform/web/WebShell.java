package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.edge.ClientLimits;

/**
 * The parts of the shell. A {@link WebMvcConfigurer}, so that web slice tests ({@code @WebMvcTest}) get the shell as well.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientLimits.class)
@RequiredArgsConstructor
class WebShell implements WebMvcConfigurer {

    private static final int FILES_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OF_OTHERS = "vendor";
    private static final List<String> FOLDERS = List.of("css", "js", OF_OTHERS, "images");

    private final ObjectProvider<SentOnce> sentOnce;

    @Bean
    static Languages languages(@Value("${tandem.pseudo-locales:false}") boolean pseudoLocales) {
        return new Languages(pseudoLocales);
    }

    @Bean
    static MessageSource messageSource() {
        return new Messages();
    }

    @Bean
    static Reader reader(ObjectProvider<CurrentPerson> person) {
        return new Reader(person);
    }

    @Bean
    static Answers answers(Translator translator) {
        return new Answers(translator);
    }

    @Bean
    static PlainPage plainPage(MessageSource messageSource, Languages languages) {
        return new PlainPage(messageSource, languages);
    }

    @Bean
    static LocaleResolver localeResolver(Languages languages, Reader reader) {
        return new ChosenLanguage(languages, reader);
    }

    @Bean
    static Translator translator(MessageSource messageSource, ObjectProvider<ArgumentNaming> namings) {
        return new Translator(messageSource, namings);
    }

    @Bean
    static Times times(ObjectProvider<Clock> clock, Reader reader, Translator translator) {
        return new Times(clock.getIfAvailable(Clock::systemUTC), reader, translator);
    }

    @Bean
    static Shell shell(
            Reader reader,
            ObjectProvider<NavigationSource> entries,
            ObjectProvider<SearchEntry> search,
            ObjectProvider<AgencyAccents> accents,
            Languages languages,
            Translator translator) {
        return new Shell(reader, entries, search, accents, languages, translator);
    }

    @Bean
    static ConditionFirst conditionFirst() {
        return new ConditionFirst();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/inbox");
    }

    /** Folder by folder: were any address a file's, each link of each page would be looked for in every jar. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FOLDERS.forEach(folder -> {
            ResourceChainRegistration chain = registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            if (!folder.equals(OF_OTHERS)) {
                chain.addTransformer(new WithoutComments());
            }
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AskedLanguage());
        sentOnce.ifAvailable(once -> registry.addInterceptor(once.interceptor()));
        registry.addInterceptor(new FewAtOnce(FewAtOnce::isUpload, FILES_AT_ONCE, PATIENCE));
        registry.addInterceptor(new FewAtOnce(FewAtOnce::isExport, FILES_AT_ONCE, PATIENCE));
    }

    /** JSON within its limits, and no other way to write the same: YAML would be read by rules of its own. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter instanceof AbstractJackson2HttpMessageConverter
                && !(converter instanceof MappingJackson2HttpMessageConverter));
        converters.replaceAll(
                converter -> converter instanceof MappingJackson2HttpMessageConverter json ? limited(json) : converter);
        converters.replaceAll(
                converter -> converter instanceof ByteArrayHttpMessageConverter ? new FilesLeaveTurns() : converter);
    }

    /** Another one: the first may read what is our own, too. */
    private static MappingJackson2HttpMessageConverter limited(MappingJackson2HttpMessageConverter json) {
        var limited = new MappingJackson2HttpMessageConverter(JsonBodies.limited(json.getObjectMapper()));
        limited.setSupportedMediaTypes(json.getSupportedMediaTypes());
        return limited;
    }

    /** Sends a file after its turn has been given to the next. */
    private static class FilesLeaveTurns extends ByteArrayHttpMessageConverter {

        @Override
        protected void writeInternal(byte[] bytes, HttpOutputMessage answer) throws IOException {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
                FewAtOnce.giveBack(request.getRequest());
            }
            super.writeInternal(bytes, answer);
        }
    }

    /** {@code ?lang=fr} holds for the pages after it too. */
    private static class AskedLanguage implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (RequestContextUtils.getLocaleResolver(request) instanceof ChosenLanguage chosen) {
                chosen.remember(request, response);
            }
            return true;
        }
    }
}
