package org.tandem.support;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.ArgumentNaming;

/** The names of the topics that histories mention. */
@Component
class TopicArgument implements ArgumentNaming {

    private final Topics topics;

    TopicArgument(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String kind() {
        return "topic";
    }

    @Override
    public String name(String code, Locale locale) {
        return topics.name(code, locale);
    }
}
